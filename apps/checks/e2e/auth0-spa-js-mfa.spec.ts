import { createHmac } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Stack } from "../stack/start-stack.js";
import { openSpaJs } from "./auth0-spa-js-page.js";
import { expect, newEmail, requestsTo, test } from "./fixtures.js";

// Whatever scheme its domain carries, the MFA API of this library speaks https.
test.use({ https: true, ignoreHTTPSErrors: true });

const password = "Long-enough-42";

/** A user whose next login needs a second factor, and an ID token from before. */
async function newUserWithMfa({
  tenant,
  clientId,
}: Stack): Promise<{ email: string; idToken: string }> {
  const email = newEmail();
  await tenant.seed({ clients: [], users: [{ email, password }] });
  const body = new URLSearchParams({
    grant_type: "password",
    client_id: clientId,
    username: email,
    password,
    scope: "openid",
  });
  const request = new Request(`${tenant.url}/oauth/token`, { method: "POST", body });
  const granted = (await (await tenant.fetch(request)).json()) as { id_token: string };
  tenant.updateUser(email, { mfaRequired: true });
  return { email, idToken: granted.id_token };
}

/** Tries to log in with the ID token; returns the `mfa_token` that is asked for. */
function logInAsFarAsMfa(page: Page, idToken: string): Promise<string> {
  return page.evaluate(async (subjectToken) => {
    const refused = await window.auth0Spa
      .loginWithCustomTokenExchange({
        subject_token: subjectToken,
        subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
        scope: "openid profile email",
      })
      .catch((error: unknown) => error);
    return (refused as { mfa_token?: string }).mfa_token ?? String(refused);
  }, idToken);
}

/** RFC 6238, with the defaults of authenticator apps. */
function totp(secret: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = secret
    .split("")
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"));
  const bytes = bits.join("").match(/.{8}/g) ?? [];
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const key = Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
  const mac = createHmac("sha1", key).update(counter).digest();
  const number = mac.readUInt32BE(mac.readUInt8(19) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

function userOf(page: Page) {
  return page.evaluate(() => window.auth0Spa.getUser());
}

test.describe("the MFA API of the unmodified @auth0/auth0-spa-js 2.27.0", () => {
  test("enrols an authenticator app and passes with its code", async ({ page, stack }) => {
    const { email, idToken } = await newUserWithMfa(stack);
    await openSpaJs(page, stack);
    const mfaToken = await logInAsFarAsMfa(page, idToken);
    const factors = await page.evaluate(
      (token) => window.auth0Spa.mfa.getEnrollmentFactors(token),
      mfaToken,
    );
    expect(factors).toContainEqual({ type: "otp" });
    const enrolled = await page.evaluate(
      (token) => window.auth0Spa.mfa.enroll({ mfaToken: token, factorType: "otp" }),
      mfaToken,
    );
    expect(enrolled).toMatchObject({
      authenticatorType: "otp",
      recoveryCodes: [expect.any(String)],
    });
    const secret = "secret" in enrolled ? enrolled.secret : "";
    await page.evaluate((input) => window.auth0Spa.mfa.verify(input), {
      mfaToken,
      otp: totp(secret),
    });
    expect(await userOf(page)).toMatchObject({ email });
    expect(requestsTo(stack)).toEqual([
      "POST /oauth/token",
      "POST /mfa/associate",
      "POST /oauth/token",
    ]);
  });

  test("passes with a code that was sent, and with the recovery code", async ({ page, stack }) => {
    const { email, idToken } = await newUserWithMfa(stack);
    await openSpaJs(page, stack);
    const first = await logInAsFarAsMfa(page, idToken);
    const enrolled = await page.evaluate(
      (token) => window.auth0Spa.mfa.enroll({ mfaToken: token, factorType: "email" }),
      first,
    );
    await verifySentCode(page, stack, { email, mfaToken: first, oobCode: oobCodeOf(enrolled) });

    const second = await logInAsFarAsMfa(page, idToken);
    const authenticators = await page.evaluate(
      (token) => window.auth0Spa.mfa.getAuthenticators(token),
      second,
    );
    const byMail = authenticators.find(({ type }) => type === "email");
    expect(byMail).toMatchObject({ authenticatorType: "oob", active: true });
    const challenged = await page.evaluate((input) => window.auth0Spa.mfa.challenge(input), {
      mfaToken: second,
      challengeType: "oob" as const,
      authenticatorId: byMail?.id ?? "",
    });
    await verifySentCode(page, stack, { email, mfaToken: second, oobCode: oobCodeOf(challenged) });
    expect(await userOf(page)).toMatchObject({ email });

    const third = await logInAsFarAsMfa(page, idToken);
    const renewed = await page.evaluate((input) => window.auth0Spa.mfa.verify(input), {
      mfaToken: third,
      recoveryCode: enrolled.recoveryCodes?.[0] ?? "",
    });
    expect(renewed).toHaveProperty("recovery_code");
  });

  test("is told that a code is wrong", async ({ page, stack }) => {
    const { idToken } = await newUserWithMfa(stack);
    await openSpaJs(page, stack);
    const mfaToken = await logInAsFarAsMfa(page, idToken);
    await page.evaluate(
      (token) => window.auth0Spa.mfa.enroll({ mfaToken: token, factorType: "otp" }),
      mfaToken,
    );
    const refused = await page.evaluate(
      (token) =>
        window.auth0Spa.mfa
          .verify({ mfaToken: token, otp: "000000" })
          .catch((error: { error: string }) => error.error),
      mfaToken,
    );
    expect(refused).toBe("invalid_grant");
    expect(await userOf(page)).toBeUndefined();
  });
});

function oobCodeOf(answer: object): string {
  return "oobCode" in answer && typeof answer.oobCode === "string" ? answer.oobCode : "";
}

/** Types the code that the tenant sent last to this address. */
async function verifySentCode(
  page: Page,
  { tenant }: Stack,
  { email, ...challenge }: { email: string; mfaToken: string; oobCode: string },
): Promise<void> {
  const { code = "" } = await tenant.inbox.wait({ to: email, kind: "mfa" });
  await page.evaluate((input) => window.auth0Spa.mfa.verify(input), {
    ...challenge,
    bindingCode: code,
  });
}
