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
  seed.connections?.push(
    { name: "none", passwordPolicy: "none" },
    { name: "low", passwordPolicy: "low" },
    { name: "fair", passwordPolicy: "fair" },
    { name: "excellent", passwordPolicy: "excellent" },
    { name: "closed", signup: false },
    { name: "personal", noUserInfo: true },
    { name: "named", requiresUsername: true, legacySignupErrors: true },
  );
  tenant = await startTestTenant({ seed });
});
afterAll(() => tenant.close());

const good = { email: "new@example.com", password: "Difference-Engine-1822" };

const tooWeak = { name: "PasswordStrengthError" };

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

  it("answers a weak password with the rules, met and unmet", async () => {
    const { status, body } = await signUp({ password: "abc" });
    expect(status).toBe(400);
    expect(body).toEqual({
      name: "PasswordStrengthError",
      message: "Password is too weak",
      code: "invalid_password",
      statusCode: 400,
      description: {
        rules: [
          {
            message: "At least %d characters in length",
            format: [8],
            code: "lengthAtLeast",
            verified: false,
          },
          {
            message: "Contain at least %d of the following %d types of characters:",
            code: "containsAtLeast",
            format: [3, 4],
            items: [
              { message: "lower case letters (a-z)", code: "lowerCase", verified: true },
              { message: "upper case letters (A-Z)", code: "upperCase", verified: false },
              { message: "numbers (i.e. 0-9)", code: "numbers", verified: false },
              {
                message: "special characters (e.g. !@#$%^&*)",
                code: "specialCharacters",
                verified: false,
              },
            ],
            verified: false,
          },
        ],
        verified: false,
      },
      policy:
        "* At least 8 characters in length\n" +
        "* Contain at least 3 of the following 4 types of characters:\n" +
        " * lower case letters (a-z)\n * upper case letters (A-Z)\n * numbers (i.e. 0-9)\n" +
        " * special characters (e.g. !@#$%^&*)",
    });
  });

  it.each([
    ["none", "", "a", { error: "password is required" }],
    ["low", "abcde", "abcdef", tooWeak],
    ["fair", "abcdefgh", "Abcdefg1", tooWeak],
    ["excellent", "Abcdefg111!", "Abcdefg11!x", tooWeak],
  ])("holds policy %s against %j and lets %j pass", async (connection, weak, strong, refusal) => {
    const refused = await signUp({ connection, password: weak });
    expect(refused.body).toMatchObject(refusal);
    const email = `${connection}@example.com`;
    expect((await signUp({ connection, email, password: strong })).status).toBe(200);
  });

  it("refuses a password that contains the e-mail name if the connection says so", async () => {
    const email = "katherine@example.com";
    const answer = await signUp({ connection: "personal", email, password: "Katherine-1918" });
    expect(answer.body).toMatchObject({
      name: "PasswordNoUserInfoError",
      code: "invalid_password",
    });
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

  it("creates one account when two requests ask for it at the same time", async () => {
    const email = "twice@example.com";
    const both = await Promise.all([signUp({ email }), signUp({ email })]);
    expect(both.map((answer) => answer.status).toSorted(ascending)).toEqual([200, 400]);
  });

  it.each([
    [{ email: "not an address" }, /^error in email - email format validation failed/],
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
    expect((await signUp({ connection: "nowhere" })).status).toBe(400);
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
