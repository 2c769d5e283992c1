import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestTenant, type OpenTestTenant } from "../../test/open-test-tenant.js";
import { ada } from "../../test/visitor.js";
import { findUsersByEmail, updateUser } from "./users.js";

let tenant: OpenTestTenant;

beforeAll(async () => {
  tenant = await openTestTenant();
});
afterAll(() => tenant.close());

it("keeps a user's address in lower case, however a provider writes it", () => {
  const { database, clock } = tenant.context;
  const [user] = findUsersByEmail(database, ada.username);
  const changed = updateUser(
    database,
    user?.userId ?? "",
    { email: "Ada@Example.com" },
    clock.now(),
  );
  expect(changed?.email).toBe(ada.username);
  expect(findUsersByEmail(database, "ADA@example.com")).toEqual([changed]);
});
