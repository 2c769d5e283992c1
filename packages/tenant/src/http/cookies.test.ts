import { afterEach, describe, expect, it } from "vitest";
import type { RunningTenant, TenantOptions } from "../index.js";
import { jsonOf, startTestTenant, visit } from "../../test/visitor.js";

let tenant: RunningTenant | undefined;
afterEach(async () => {
  await tenant?.close();
});

/** The attributes of every cookie of a sign-in and a logout, without names, values and ages. */
async function attributesFor(options: TenantOptions): Promise<string[]> {
  tenant = await startTestTenant(options);
  const visitor = visit(tenant);
  const ticket = await visitor.coAuthenticate();
  const { login_ticket } = await jsonOf<{ login_ticket: string }>(ticket);
  const signedIn = await visitor.authorize({ login_ticket });
  const signedOut = await visitor.request("/v2/logout");
  const lines = [ticket, signedIn, signedOut].flatMap(({ headers }) => headers.getSetCookie());
  expect(lines.map((line) => /Max-Age=0/.test(line))).toEqual([false, true, false, true]);
  return lines.map((line) =>
    line
      .split("; ")
      .slice(1)
      .filter((attribute) => !attribute.startsWith("Max-Age"))
      .toSorted()
      .join("; "),
  );
}

describe("cookies", () => {
  it("are Lax by default, deleted as they were set", async () => {
    const attributes = await attributesFor({});
    expect(new Set(attributes)).toEqual(new Set(["HttpOnly; Path=/; SameSite=Lax"]));
  });

  it("reach applications on another site with `none`, deleted as they were set", async () => {
    const attributes = await attributesFor({ cookies: "none" });
    expect(new Set(attributes)).toEqual(new Set(["HttpOnly; Path=/; SameSite=None; Secure"]));
  });
});
