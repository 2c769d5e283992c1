import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import {
  ada,
  ascending,
  clientId,
  jsonOf,
  realm,
  startTestTenant,
  testSeed,
  visit,
} from "../../test/visitor.js";

let tenant: RunningTenant;
beforeAll(async () => {
  const seed = testSeed();
  const [client] = seed.clients;
  if (!client) throw new Error("The test seed has no client.");
  seed.clients.push({ ...client, clientId: "narrow", connections: ["closed"] });
  seed.connections?.push(
    { name: "closed", signup: false },
    { name: "named", requiresUsername: true, legacySignupErrors: true },
  );
  tenant = await startTestTenant({ seed });
});
afterAll(() => tenant.close());

const good = { email: "new@example.com", password: "Difference-Engine-1822" };

async function signUp(changes: Record<string, unknown>) {
  const response = await visit(tenant).postJson("/dbconnections/signup", {
    client_id: clientId,
    connection: realm,
    ...good,
    ...changes,
  });
  return { status: response.status, body: await jsonOf<Record<string, unknown>>(response) };
}

describe("POST /dbconnections/signup", () => {
  it("creates an account that can sign in, and gives its profile back", async () => {
    const email = "Grace@Example.com";
    const answer = await signUp({ email, given_name: "Grace", user_metadata: { plan: "free" } });
    expect(answer).toEqual({
      status: 200,
      body: {
        _id: expect.stringMatching(/^[0-9a-f]{24}$/),
        email: "grace@example.com",
        email_verified: false,
        given_name: "Grace",
        user_metadata: { plan: "free" },
      },
    });
    const login = await visit(tenant).coAuthenticate({ username: email, password: good.password });
    expect(login.status).toBe(200);
  });

  it("takes every field that Auth0 takes, and ignores the others", async () => {
    const profile = {
      name: "Mary Jackson",
      given_name: "Mary",
      family_name: "Jackson",
      nickname: "mj",
      picture: "https://example.com/mary.png",
      phone_number: "+15005550006",
    };
    const email = "mary@example.com";
    const unknown = { app_metadata: { admin: true }, email_verified: true, user_id: "auth0|x" };
    const { status, body } = await signUp({ email, username: "mary", ...profile, ...unknown });
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...profile, email, email_verified: false });
    expect(Object.keys(body)).not.toContain("username");
    expect(Object.keys(body)).not.toContain("app_metadata");
    const user = tenant.state().users.find((item) => item.email === email);
    expect(user).toMatchObject({ emailVerified: false, username: null });
    expect(user?.userId).toBe(`auth0|${String(body["_id"])}`);
  });

  it("does not give away that an address is taken", async () => {
    const answer = await signUp({ email: ada.username });
    expect(answer).toEqual({
      status: 400,
      body: {
        name: "BadRequestError",
        code: "invalid_signup",
        description: "Invalid sign up",
        statusCode: 400,
      },
    });
  });

  it("names the duplicate only where legacy errors are on", async () => {
    const first = { connection: "named", email: "one@example.com", username: "one" };
    expect((await signUp(first)).body["username"]).toBe("one");
    expect((await signUp({ ...first, username: "two" })).body["code"]).toBe("user_exists");
    const email = "two@example.com";
    expect((await signUp({ ...first, email })).body["code"]).toBe("username_exists");
    expect((await signUp({ ...first, username: "", email })).status).toBe(400);
  });

  it.each([
    ["a".repeat(16), /1 to 15/],
    ["two words", /letters, digits/],
    ["<script>", /letters, digits/],
    ["ann@acme.org", /not be an email/],
  ])("refuses the username %j", async (username, error) => {
    const { status, body } = await signUp({ connection: "named", username });
    expect(status).toBe(400);
    expect(body["error"]).toMatch(error);
  });

  it.each(["a", "A_b+c-d.e!f#g$h", "^`~@'"])("takes the username %j", async (username) => {
    const email = `${crypto.randomUUID()}@example.com`;
    const { status, body } = await signUp({ connection: "named", username, email });
    expect(status).toBe(200);
    expect(body["username"]).toBe(username.toLowerCase());
  });

  it("creates one account when two requests ask for it at the same time", async () => {
    const email = "twice@example.com";
    const both = await Promise.all([signUp({ email }), signUp({ email })]);
    expect(both.map((answer) => answer.status).toSorted(ascending)).toEqual([200, 400]);
  });

  it.each([
    [{ email: "not an address" }, /^error in email - email format validation failed: not an/],
    [{ email: ["a@example.com"] }, /email/],
    [{ phone_number: "555-1234" }, /^error in phone_number/],
    [{ connection: undefined }, /^connection is required$/],
    [{ connection: "closed" }, /^public signup is disabled$/],
    [{ email: "" }, /email/],
    [{ password: "" }, /password/],
  ])("refuses %j in an error member", async (changes, error) => {
    const { status, body } = await signUp(changes);
    expect(status).toBe(400);
    expect(body["error"]).toMatch(error);
  });

  it("refuses a leaked password, too much metadata and an unknown connection", async () => {
    const leaked = await signUp({ password: "leaked-Password-1" });
    expect(leaked.body).toEqual({ code: "password_leaked", name: "AnomalyDetected" });
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`k${index}`, "v"]));
    expect((await signUp({ user_metadata: many })).status).toBe(400);
    expect((await signUp({ user_metadata: { bio: "x".repeat(501) } })).status).toBe(400);
    expect((await signUp({ user_metadata: { age: 7 } })).status).toBe(400);
    expect((await signUp({ user_metadata: "text" })).status).toBe(400);
    expect((await signUp({ connection: "nowhere" })).status).toBe(400);
  });

  it("is open only for connections that are enabled for the client", async () => {
    const { status, body } = await signUp({ client_id: "narrow" });
    expect(status).toBe(400);
    expect(body).toMatchObject({ name: "BadRequestError", code: "invalid_request" });
    expect((await signUp({ client_id: "nobody" })).body).toMatchObject({ code: "invalid_request" });
  });

  it("wants a captcha solved where captchas are on", async () => {
    const strict = await startTestTenant({ captcha: "always" });
    const visitor = visit(strict);
    const ask = (changes: object) =>
      visitor.postJson("/dbconnections/signup", {
        client_id: clientId,
        connection: realm,
        state: "s",
        ...good,
        ...changes,
      });
    const refused = await ask({ captcha: "WRONG" });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ code: "invalid_captcha" });
    await visitor.postJson("/dbconnections/signup/challenge", { state: "s" });
    const headers = { "x-tenant-token": strict.adminToken };
    const answers = await visitor.request("/_tenant/captcha?state=s", { headers });
    const { signup: captcha } = await jsonOf<{ signup: string }>(answers);
    expect((await ask({ captcha })).status).toBe(200);
    await strict.close();
  });

  it("ignores the trigger words when they are switched off", async () => {
    const plain = await startTestTenant({ triggers: false });
    const response = await visit(plain).postJson("/dbconnections/signup", {
      client_id: clientId,
      connection: realm,
      email: good.email,
      password: "leaked-Password-1",
    });
    expect(response.status).toBe(200);
    await plain.close();
  });
});
