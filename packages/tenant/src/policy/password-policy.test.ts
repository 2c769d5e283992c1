import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import { clientId, jsonOf, startTestTenant, testSeed, visit } from "../../test/visitor.js";

const levels = ["none", "low", "fair", "good", "excellent"] as const;

let tenant: RunningTenant;
beforeAll(async () => {
  const seed = testSeed();
  seed.connections?.push(
    ...levels.map((level) => ({ name: level, passwordPolicy: level })),
    { name: "uncommon", passwordPolicy: "none", noDictionary: true },
    { name: "impersonal", passwordPolicy: "none", noUserInfo: true, requiresUsername: true },
  );
  tenant = await startTestTenant({ seed });
});
afterAll(() => tenant.close());

let count = 0;

async function signUp(connection: string, password: string, person: object = {}) {
  count += 1;
  const response = await visit(tenant).postJson("/dbconnections/signup", {
    client_id: clientId,
    connection,
    email: `user-${count}@example.com`,
    username: `u${count}`,
    password,
    ...person,
  });
  return { status: response.status, body: await jsonOf<object>(response) };
}

const length = (characters: number, verified = false) => ({
  message: "At least %d characters in length",
  format: [characters],
  code: "lengthAtLeast",
  verified,
});

const kinds = {
  lowerCase: "lower case letters (a-z)",
  upperCase: "upper case letters (A-Z)",
  numbers: "numbers (i.e. 0-9)",
  specialCharacters: "special characters (e.g. !@#$%^&*)",
};

const item = (code: keyof typeof kinds, verified: boolean) => ({
  message: kinds[code],
  code,
  verified,
});

const threeOfFour = (verified: boolean, items: object[]) => ({
  message: "Contain at least %d of the following %d types of characters:",
  code: "containsAtLeast",
  format: [3, 4],
  items,
  verified,
});

const fairPolicy =
  "* At least 8 characters in length\n* Should contain:\n" +
  " * lower case letters (a-z)\n * upper case letters (A-Z)\n * numbers (i.e. 0-9)";
const threeOfFourPolicy =
  "* Contain at least 3 of the following 4 types of characters:\n" +
  " * lower case letters (a-z)\n * upper case letters (A-Z)\n * numbers (i.e. 0-9)\n" +
  " * special characters (e.g. !@#$%^&*)";

describe("password policy", () => {
  it.each([
    ["low", "abcde", [length(6)], "* At least 6 characters in length"],
    [
      "fair",
      "abcdefgH",
      [
        length(8, true),
        {
          message: "Should contain:",
          code: "shouldContain",
          items: [item("lowerCase", true), item("upperCase", true), item("numbers", false)],
          verified: false,
        },
      ],
      fairPolicy,
    ],
    [
      "good",
      "Abcde1!",
      [
        length(8),
        threeOfFour(true, [
          item("lowerCase", true),
          item("upperCase", true),
          item("numbers", true),
          item("specialCharacters", true),
        ]),
      ],
      `* At least 8 characters in length\n${threeOfFourPolicy}`,
    ],
    [
      "excellent",
      "abcdef1111",
      [
        length(10, true),
        threeOfFour(false, [
          item("lowerCase", true),
          item("upperCase", false),
          item("numbers", true),
          item("specialCharacters", false),
        ]),
        {
          message: 'No more than %d identical characters in a row (e.g., "%s" not allowed)',
          code: "identicalChars",
          format: [2, "aaa"],
          verified: false,
        },
      ],
      `* At least 10 characters in length\n${threeOfFourPolicy}\n` +
        '* No more than 2 identical characters in a row (e.g., "aaa" not allowed)',
    ],
  ])("%s tells every rule that %s meets or not", async (level, password, rules, policy) => {
    expect(await signUp(level, password)).toEqual({
      status: 400,
      body: {
        name: "PasswordStrengthError",
        message: "Password is too weak",
        code: "invalid_password",
        statusCode: 400,
        description: { rules, verified: false },
        policy,
      },
    });
  });

  it.each([
    ["none", "a"],
    ["low", "abcdef"],
    ["fair", "Abcdefg1"],
    ["good", "abcdef1!"],
    ["good", "ABCDEFG1é!"],
    ["excellent", "Abcdef1122"],
  ])("%s takes %s", async (level, password) => {
    expect((await signUp(level, password)).status).toBe(200);
  });

  it.each([
    ["uncommon", "QwErTy", "PasswordDictionaryError", "Password is too common"],
    ["uncommon", "Password123!", "PasswordDictionaryError", "Password is too common"],
    ["impersonal", "xUserOnex", "PasswordNoUserInfoError", "Password contains user information"],
  ])("%s refuses %s by name, code and message", async (connection, password, name, message) => {
    const answer = await signUp(connection, password, { username: "userone" });
    expect(answer).toEqual({
      status: 400,
      body: { name, message, code: "invalid_password", description: message, statusCode: 400 },
    });
  });

  it.each([
    ["the part of the address before the @", { email: "katherine@example.com" }, "xKatherinex"],
    ["a given name", { given_name: "Mary" }, "proud-mary"],
    ["a family name", { family_name: "Jackson" }, "JACKSON-5"],
    ["one part of a name", { name: "Dorothy Vaughan" }, "vaughan-1910"],
    ["a nickname", { nickname: "Dot" }, "dotdotdot"],
    ["a name in the metadata", { user_metadata: { last: "Ride" } }, "ride-on"],
  ])("finds %s in a password", async (_what, person, password) => {
    const { body } = await signUp("impersonal", password, person);
    expect(body).toMatchObject({ name: "PasswordNoUserInfoError" });
  });

  it.each([
    ["a part of two letters", { name: "Li Wu" }, "milieu"],
    ["the domain of the address", { email: "someone@acme.example" }, "acme.example"],
    ["metadata that are no names", { user_metadata: { plan: "premium" } }, "premium-user"],
  ])("does not mind %s", async (_what, person, password) => {
    expect((await signUp("impersonal", password, person)).status).toBe(200);
  });

  it("takes a common password where nobody minds", async () => {
    expect((await signUp("none", "123456")).status).toBe(200);
  });
});
