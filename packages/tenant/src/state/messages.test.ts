import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestTenant, type OpenTestTenant } from "../../test/open-test-tenant.js";

let tenant: OpenTestTenant;

beforeAll(async () => {
  tenant = await openTestTenant();
});
afterAll(() => tenant.close());

it("keeps the last 10 000 messages, however many somebody causes", () => {
  const { id: first } = tenant.send({ subject: "first" });
  // As if all the others had been sent already.
  tenant.context.database.run("UPDATE sqlite_sequence SET seq = ?", first + 9_998);
  tenant.send({ subject: "last but one" });
  expect(tenant.inbox.list().map(({ subject }) => subject)).toEqual(["last but one", "first"]);
  tenant.send({ subject: "last" });
  expect(tenant.inbox.list().map(({ subject }) => subject)).toEqual(["last", "last but one"]);
});
