import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeFor, otherThan, otpType, startPasswordlessTenant } from "../../test/passwordless.js";
import { app, clientId, jsonOf, visit } from "../../test/visitor.js";
import type { RunningTenant } from "../index.js";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startPasswordlessTenant();
});
afterAll(() => tenant.close());

const wrongText = "Wrong email or verification code.";
const lastText = "You've reached the maximum number of attempts. Please try to login again.";
const expiredText = "The verification code has expired. Please try to login again.";

function verify(email: string, code: string, changes: Record<string, unknown> = {}) {
  const body = { client_id: clientId, connection: "email", email, verification_code: code };
  return visit(tenant).postJson("/passwordless/verify", { ...body, ...changes }, { origin: app });
}

function refusal(description: string) {
  return { name: "ValidationError", code: "invalid_user_password", description, statusCode: 401 };
}

/** Three ways to use a code, by the words in which each of them refuses one. */
const uses = {
  verify: async (email: string, code: string) =>
    (await jsonOf<{ description?: string }>(await verify(email, code))).description,
  ticket: async (username: string, otp: string) => {
    const changes = { credential_type: otpType, realm: "email", username, otp };
    const response = await visit(tenant).coAuthenticate(changes);
    return (await jsonOf<{ error_description?: string }>(response)).error_description;
  },
  grant: async (username: string, otp: string) => {
    const body = { grant_type: otpType, client_id: clientId, realm: "email", username, otp };
    const response = await visit(tenant).postForm("/oauth/token", body);
    return (await jsonOf<{ error_description?: string }>(response)).error_description;
  },
};

describe("POST /passwordless/verify", () => {
  it("accepts a right code again and again, as it does not use it up", async () => {
    const email = "again@example.com";
    const code = await codeFor(tenant, email);
    for (const changes of [{}, {}, { client_id: undefined }]) {
      const response = await verify(email, code, changes);
      expect([response.status, await response.json()]).toEqual([200, {}]);
    }
    expect(await uses.grant(email, code)).toBeUndefined();
  });

  it("takes the code as it was typed", async () => {
    const code = await codeFor(tenant, "typed@example.com");
    const typed = ` ${code.slice(0, 3)} ${code.slice(3)} `;
    expect((await verify(" Typed@Example.com", typed)).status).toBe(200);
  });

  it("refuses a wrong code, and one that nobody asked for, in the same words", async () => {
    const code = await codeFor(tenant, "wrong@example.com");
    for (const email of ["wrong@example.com", "stranger@example.com"]) {
      const response = await verify(email, otherThan(code));
      expect([response.status, await response.json()]).toEqual([401, refusal(wrongText)]);
    }
    const sms = { connection: "sms", phone_number: "+15551230001" };
    const response = await verify("", code, sms);
    const text = "Wrong phone number or verification code.";
    expect(await response.json()).toEqual(refusal(text));
  });

  it("takes no code that another client asked for", async () => {
    const code = await codeFor(tenant, "ours@example.com");
    const response = await verify("ours@example.com", code, { client_id: "other" });
    expect(await response.json()).toEqual(refusal(wrongText));
  });

  it("says that a code is too old", async () => {
    const code = await codeFor(tenant, "late@example.com");
    tenant.clock.offset(300_000);
    const response = await verify("late@example.com", code);
    tenant.clock.offset(0);
    expect(await response.json()).toEqual(refusal(expiredText));
  });

  it("refuses a user who was blocked in the meantime", async () => {
    const email = "meantime@example.com";
    await tenant.seed({ clients: [], users: [{ connection: "email", email }] });
    const code = await codeFor(tenant, email);
    tenant.updateUser(email, { blocked: true });
    const response = await verify(email, code);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "blocked_user", statusCode: 403 });
    expect(await uses.ticket(email, code)).toBe("Blocked user");
    expect(await uses.grant(email, code)).toBe("user is blocked");
  });

  it.each([
    [{ connection: undefined }, "bad.connection"],
    [{ connection: "nowhere" }, "bad.connection"],
    [{ client_id: "guarded" }, "bad.connection"],
    [{ client_id: "nobody" }, "bad.client_id"],
    [{ email: undefined }, "bad.email"],
    [{ verification_code: undefined }, "bad.verification_code"],
    [{ verification_code: 123456 }, "bad.verification_code"],
  ])("answers %j with 400 %s", async (changes, error) => {
    const response = await verify("ann@example.com", "123456", changes);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error });
  });
});

describe("the tries of a code", () => {
  it("are counted together, wherever they are made, and the last one says so", async () => {
    const email = "tries@example.com";
    const code = await codeFor(tenant, email);
    const wrong = otherThan(code);
    expect(await uses.verify(email, wrong)).toBe(wrongText);
    expect(await uses.ticket(email, wrong)).toBe(wrongText);
    expect(await uses.grant(email, wrong)).toBe(lastText);
    for (const use of Object.values(uses)) expect(await use(email, code)).toBe(lastText);
    expect(await uses.grant(email, await codeFor(tenant, email))).toBeUndefined();
  });

  it("are counted for guesses made at the same time", async () => {
    const email = "parallel@example.com";
    const code = await codeFor(tenant, email);
    const guesses = Array.from({ length: 6 }, () => uses.verify(email, otherThan(code)));
    const texts = await Promise.all(guesses);
    expect(texts.filter((text) => text === wrongText)).toHaveLength(2);
    expect(await uses.verify(email, code)).toBe(lastText);
  });

  it("lead to the block that wrong passwords lead to, over many codes", async () => {
    const email = "guessed@example.com";
    for (let round = 0; round < 5; round += 1) {
      const wrong = otherThan(await codeFor(tenant, email));
      for (const guess of [wrong, wrong]) await uses.verify(email, guess);
    }
    const response = await verify(email, await codeFor(tenant, email));
    expect(response.status).toBe(429);
    expect(await response.json()).toMatchObject({ code: "too_many_attempts", statusCode: 429 });
  });

  it("are as many as the settings say, and 000000 is always wrong", async () => {
    const patient = await startPasswordlessTenant({ otpTries: 1 });
    await codeFor(patient, "ann@example.com");
    const body = { connection: "email", email: "ann@example.com", verification_code: "000000" };
    const response = await visit(patient).postJson("/passwordless/verify", body);
    expect(await response.json()).toEqual(refusal(lastText));
    await patient.close();
  });
});
