import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPasswordlessTenant, startSignIn } from "../../test/passwordless.js";
import { app, jsonOf, visit } from "../../test/visitor.js";
import type { RunningTenant } from "../index.js";

const paths = [
  ["/usernamepassword/challenge", "login"],
  ["/dbconnections/signup/challenge", "signup"],
  ["/dbconnections/change_password/challenge", "change_password"],
  ["/passwordless/challenge", "passwordless"],
] as const;

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startPasswordlessTenant({ captcha: "always" });
});
afterAll(() => tenant.close());

interface Challenge {
  required: boolean;
  provider: string;
  type: string;
  image: string;
}

async function challenge(path: string, state: string): Promise<Challenge> {
  const response = await visit(tenant).postJson(path, { state }, { origin: app });
  expect(response.status).toBe(200);
  return jsonOf<Challenge>(response);
}

async function answersOf(state: string): Promise<Record<string, string>> {
  const headers = { "x-tenant-token": tenant.adminToken };
  return jsonOf(await visit(tenant).request(`/_tenant/captcha?state=${state}`, { headers }));
}

describe.each(paths)("POST %s", (path, purpose) => {
  it("asks for nothing by default", async () => {
    const usual = await startPasswordlessTenant();
    const response = await visit(usual).postJson(path, { state: "s" }, { origin: app });
    expect(await response.json()).toEqual({ required: false });
    await usual.close();
  });

  it("shows a picture that does not give its answer away", async () => {
    const { image, ...rest } = await challenge(path, `s-${purpose}`);
    expect(rest).toEqual({ required: true, provider: "auth0", type: "code" });
    const [, data = ""] = /^data:image\/svg\+xml;base64,(.+)$/.exec(image) ?? [];
    const svg = Buffer.from(data, "base64").toString();
    const { [purpose]: answer = "" } = await answersOf(`s-${purpose}`);
    expect(answer).toMatch(/^[A-Z0-9]{5}$/);
    expect(svg).toMatch(/^<svg .*<\/svg>$/);
    expect(svg).not.toContain("<text");
    expect(svg).not.toContain(answer);
  });

  it("needs a state", async () => {
    expect((await visit(tenant).postJson(path, {}, { origin: app })).status).toBe(400);
  });
});

describe("the answer of a captcha", () => {
  const email = "ann@example.com";
  const start = (state: string, captcha?: string) =>
    startSignIn(tenant, { email, captcha, authParams: { state } });
  const refused = {
    name: "BadRequestError",
    code: "invalid_captcha",
    description: "Solve the challenge question to verify you are not a robot.",
    statusCode: 400,
  };

  it("opens what it was asked for, in any case and once", async () => {
    await challenge("/passwordless/challenge", "open");
    const { passwordless: answer = "" } = await answersOf("open");
    expect((await start("open", ` ${answer.toLowerCase()} `)).status).toBe(200);
    expect(await (await start("open", answer)).json()).toEqual(refused);
  });

  it("is needed: without it, or with another one, nothing is sent", async () => {
    const before = tenant.inbox.list().length;
    await challenge("/passwordless/challenge", "closed");
    expect((await start("closed")).status).toBe(400);
    for (const captcha of ["WRONG", ""]) {
      await challenge("/passwordless/challenge", "closed");
      expect(await (await start("closed", captcha)).json()).toEqual(refused);
    }
    expect(tenant.inbox.list()).toHaveLength(before);
  });

  it("counts for its own state and purpose only", async () => {
    await challenge("/dbconnections/signup/challenge", "mine");
    const { signup = "" } = await answersOf("mine");
    expect((await start("mine", signup)).status).toBe(400);
    await challenge("/passwordless/challenge", "mine");
    const { passwordless = "" } = await answersOf("mine");
    expect((await start("yours", passwordless)).status).toBe(400);
    expect((await start("mine", passwordless)).status).toBe(200);
  });

  it("expires by the tenant's clock", async () => {
    await challenge("/passwordless/challenge", "late");
    const { passwordless: answer = "" } = await answersOf("late");
    tenant.clock.offset(300_000);
    const response = await start("late", answer);
    tenant.clock.offset(0);
    expect(response.status).toBe(400);
  });

  it("is told to nobody without this start's token", async () => {
    expect((await visit(tenant).request("/_tenant/captcha?state=mine")).status).toBe(401);
  });
});
