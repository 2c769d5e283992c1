import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import { clientId, jsonOf, realm, startTestTenant, visit } from "../../test/visitor.js";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startTestTenant();
});
beforeEach(() => tenant.reset());
afterAll(() => tenant.close());

const password = "Difference-Engine-1822";

/** Signs up and returns the link that was mailed. */
async function signUp(email: string): Promise<string> {
  const body = { client_id: clientId, connection: realm, email, password };
  const response = await visit(tenant).postJson("/dbconnections/signup", body);
  const account = await jsonOf<{ email_verified: boolean }>(response);
  expect(account.email_verified).toBe(false);
  const [mail] = tenant.inbox.list({ kind: "verify", to: email });
  expect(mail).toMatchObject({ to: email, clientId });
  return mail?.url ?? "";
}

const isVerified = (email: string) =>
  tenant.state().users.find((user) => user.email === email)?.emailVerified;

describe("link of a verification mail", () => {
  it("verifies the address that signed up", async () => {
    const link = await signUp("grace@example.com");
    expect(link.startsWith(`${tenant.url}/u/email-verification?ticket=`)).toBe(true);
    const response = await visit(tenant).request(link);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('data-notice="email-verified"');
    expect(isVerified("grace@example.com")).toBe(true);
  });

  it("works once, and is not used up by a program that looks at it", async () => {
    const link = await signUp("grace@example.com");
    expect((await visit(tenant).request(link, { method: "HEAD" })).status).toBe(200);
    expect(isVerified("grace@example.com")).toBe(false);
    expect((await visit(tenant).request(link)).status).toBe(200);
    const again = await visit(tenant).request(link);
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('data-notice="link-used"');
  });

  it("expires by the tenant's clock", async () => {
    const link = await signUp("grace@example.com");
    tenant.clock.offset(5 * 86_400_000 + 1000);
    const late = await visit(tenant).request(link);
    expect(await late.text()).toContain('data-notice="link-expired"');
    expect(isVerified("grace@example.com")).toBe(false);
  });

  it("leaves an address unverified that asks for it by a trigger word", async () => {
    const link = await signUp("unverified+grace@example.com");
    const response = await visit(tenant).request(link);
    expect(response.status).toBe(400);
    expect(isVerified("unverified+grace@example.com")).toBe(false);
  });

  it("is not mailed where the sign-up was refused", async () => {
    const body = { client_id: clientId, connection: realm, email: "ada@example.com", password };
    await visit(tenant).postJson("/dbconnections/signup", body);
    expect(tenant.inbox.list()).toEqual([]);
  });
});
