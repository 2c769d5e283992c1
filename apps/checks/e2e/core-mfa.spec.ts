import type { Page } from "@playwright/test";
import type { SeedUser } from "@portico/tenant";
import type { CallResult } from "../harness/core.js";
import type { Stack } from "../stack/start-stack.js";
import { appCode, wrongCode } from "./authenticator-app.js";
import { keptByPage, openCore, sessionState } from "./core-page.js";
import { expect, newEmail, requestsTo, test } from "./fixtures.js";

const password = "Long-enough-42";
const totpSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const recoveryCode = "RECOVERY2CODE4OF6SOMEBODY";

/** Somebody whose login needs a second factor. */
async function newUser({ tenant }: Stack, mfa: SeedUser["mfa"]): Promise<string> {
  const email = newEmail();
  const factors = mfa ? { mfa } : { mfaRequired: true };
  await tenant.seed({ clients: [], users: [{ email, password, ...factors }] });
  return email;
}

/** Signs in as far as the challenge, which stays in the page. */
async function begin(page: Page, stack: Stack, email: string, secret = password) {
  await openCore(page, stack, { loginVia: "password-realm" });
  return beginAgain(page, email, secret);
}

function beginAgain(page: Page, email: string, secret = password): Promise<CallResult> {
  return page.evaluate(
    (params) =>
      window.portico.result(async () => {
        const outcome = await window.portico.client?.login(params);
        if (outcome?.kind === "challenge") Object.assign(window, { challenge: outcome.challenge });
        return outcome;
      }),
    { email, password: secret },
  );
}

/** Calls one of the MFA calls for the challenge of the page. */
function mfa(page: Page, method: string, params: object = {}): Promise<CallResult> {
  return page.evaluate(
    ([name, input]) => {
      const calls = window.portico.client?.mfa as unknown as Record<
        string,
        (challenge: unknown, input: object) => Promise<unknown>
      >;
      return window.portico.result(async () =>
        calls[name]?.(Reflect.get(window, "challenge"), input),
      );
    },
    [method, params] as const,
  );
}

/** The authenticator of this factor, as the tenant lists it. */
async function factorOf(page: Page, factor: string) {
  const { value } = await mfa(page, "authenticators");
  const found = (value as { id: string; factor: string }[]).find((one) => one.factor === factor);
  if (!found) throw new Error(`The user has no ${factor}.`);
  return found;
}

/** What the tenant was asked, without the keys, which are fetched ahead of need. */
function asked(stack: Stack): string[] {
  return requestsTo(stack).filter((line) => !line.includes("jwks"));
}

const signedIn = { kind: "authenticated", session: { user: { sub: expect.any(String) } } };

test.describe("a login at the token endpoint that needs a second factor", () => {
  test("is a challenge without a secret in it, and ends with the code of an app", async ({
    page,
    stack,
  }) => {
    const hedy = "hedy@example.com";
    const outcome = await begin(page, stack, hedy, "Frequency-Hopping-1942");
    expect(outcome.value).toMatchObject({
      kind: "challenge",
      challenge: { type: "mfa", challenge: ["otp", "recovery-code"] },
    });
    expect(JSON.stringify(outcome)).not.toMatch(/mfa_?token|Fe26/i);
    expect(await sessionState(page)).toMatchObject({ status: "starting" });
    expect(await mfa(page, "authenticators")).toEqual({
      value: [
        { id: expect.stringMatching(/^totp\|/), factor: "otp", active: true },
        { id: expect.any(String), factor: "recovery-code", active: true },
      ],
    });
    const app = await factorOf(page, "otp");
    stack.tenant.clearRequests();
    expect((await mfa(page, "challenge", app)).value).toEqual({ factor: "otp", needsCode: true });
    expect(asked(stack)).toEqual([]);
    const code = appCode(totpSecret, stack.tenant.clock.now());
    const typed = `${code.slice(0, 3)} ${code.slice(3)} `;
    const verified = await mfa(page, "verify", { otp: typed });
    expect(verified.value).toMatchObject({ ...signedIn, session: { user: { email: hedy } } });
    expect(await sessionState(page)).toMatchObject({ status: "authenticated" });
    expect(await keptByPage(page)).not.toContain(code);
  });

  test("takes another try after a wrong code, and tells nobody what was typed", async ({
    page,
    stack,
  }) => {
    await begin(page, stack, await newUser(stack, { totpSecret }));
    const code = appCode(totpSecret, stack.tenant.clock.now());
    const wrong = wrongCode(code);
    const refused = await mfa(page, "verify", { otp: wrong });
    expect(refused.code).toBe("invalid_otp");
    expect(refused.error).not.toContain(wrong);
    expect((await mfa(page, "verify", { otp: code })).value).toMatchObject(signedIn);
    const again = await mfa(page, "verify", { otp: code });
    expect(again.code).toBe("aborted");
  });

  test("sends a code once that is submitted twice", async ({ page, stack }) => {
    await begin(page, stack, await newUser(stack, { totpSecret }));
    stack.tenant.clearRequests();
    const otp = appCode(totpSecret, stack.tenant.clock.now());
    const both = await Promise.all([mfa(page, "verify", { otp }), mfa(page, "verify", { otp })]);
    for (const { value } of both) expect(value).toMatchObject(signedIn);
    expect(asked(stack)).toEqual(["POST /oauth/token"]);
  });

  test("sends another code only after the one before was refused", async ({ page, stack }) => {
    await begin(page, stack, await newUser(stack, { totpSecret }));
    // What loads on demand is there, so the calls begin in their order.
    await factorOf(page, "otp");
    stack.tenant.clearRequests();
    const otp = appCode(totpSecret, stack.tenant.clock.now());
    const results = await page.evaluate(
      (codes) => {
        const challenge = Reflect.get(window, "challenge");
        const verify = (code: string) =>
          window.portico.result(async () =>
            window.portico.client?.mfa.verify(challenge, { otp: code }),
          );
        return Promise.all(codes.map(verify));
      },
      [wrongCode(otp), otp, wrongCode(wrongCode(otp))],
    );
    expect(results.map(({ code, value }) => code ?? value)).toEqual([
      "invalid_otp",
      expect.objectContaining({ kind: "authenticated" }),
      "aborted",
    ]);
    expect(asked(stack)).toEqual(["POST /oauth/token", "POST /oauth/token"]);
  });

  test("ends with a recovery code, and gives the one that takes its place", async ({
    page,
    stack,
  }) => {
    const email = await newUser(stack, { totpSecret, recoveryCode });
    await begin(page, stack, email);
    const code = await factorOf(page, "recovery-code");
    expect((await mfa(page, "challenge", code)).value).toEqual({
      factor: "recovery-code",
      needsCode: true,
    });
    expect((await mfa(page, "verify", { recoveryCode: "WRONG" })).code).toBe("invalid_otp");
    const verified = await mfa(page, "verify", { recoveryCode: ` ${recoveryCode} ` });
    expect(verified.value).toMatchObject({ ...signedIn, recoveryCode: expect.any(String) });
    const { recoveryCode: next } = verified.value as { recoveryCode: string };
    expect(next).not.toBe(recoveryCode);
    expect(JSON.stringify(await sessionState(page))).not.toContain(next);
    await beginAgain(page, email);
    expect((await mfa(page, "verify", { recoveryCode })).code).toBe("invalid_otp");
    expect((await mfa(page, "verify", { recoveryCode: next })).value).toMatchObject(signedIn);
  });

  test("gives up when the sign-in has taken too long", async ({ page, stack }) => {
    await page.clock.install();
    await begin(page, stack, await newUser(stack, { totpSecret }));
    await page.clock.setSystemTime(Date.now() + 601_000);
    stack.tenant.clearRequests();
    for (const method of ["authenticators", "verify", "enroll", "challenge"]) {
      expect((await mfa(page, method, { otp: "123456" })).code).toBe("expired_token");
    }
    expect(asked(stack)).toEqual([]);
  });

  test("is turned away by the tenant after that too", async ({ page, stack }) => {
    await begin(page, stack, await newUser(stack, { totpSecret }));
    stack.tenant.clock.offset(601_000);
    try {
      expect((await mfa(page, "authenticators")).code).toBe("expired_token");
      expect((await mfa(page, "verify", { otp: "123456" })).code).toBe("expired_token");
    } finally {
      stack.tenant.clock.offset(0);
    }
  });

  test("takes no tokens with a defect", async ({ page, stack }) => {
    await begin(page, stack, await newUser(stack, { totpSecret }));
    stack.tenant.faults.add({ match: { path: "/oauth/token" }, fault: "token:wrong-audience" });
    const otp = appCode(totpSecret, stack.tenant.clock.now());
    const refused = await mfa(page, "verify", { otp });
    expect(refused).toMatchObject({ code: "invalid_token" });
    expect(await sessionState(page)).toMatchObject({ status: "starting" });
  });

  test("takes the challenge itself and no copy", async ({ page, stack }) => {
    await begin(page, stack, await newUser(stack, { totpSecret }));
    stack.tenant.clearRequests();
    const mistaken = await page.evaluate(() =>
      window.portico.result(async () =>
        window.portico.client?.mfa.authenticators({ ...Reflect.get(window, "challenge") }),
      ),
    );
    expect(mistaken.mistake).toContain("Nothing was sent.");
    expect(asked(stack)).toEqual([]);
  });
});

test.describe("codes that are sent", () => {
  for (const [factor, mfaOf, to] of [
    ["email", (email: string) => ({ email }), (email: string) => email],
    ["sms", () => ({ phoneNumber: "+15551230199" }), () => "+15551230199"],
  ] as const) {
    test(`by ${factor} end the login; the latest one counts`, async ({ page, stack }) => {
      const { inbox } = stack.tenant;
      const mailbox = newEmail();
      const email = await newUser(stack, mfaOf(mailbox));
      await begin(page, stack, email);
      const found = await factorOf(page, factor);
      expect(found).toMatchObject({ active: true, name: expect.any(String) });
      const first = await mfa(page, "challenge", found);
      expect(first.value).toEqual({ factor, needsCode: true });
      const { code: old = "", id: after } = await inbox.wait({ to: to(mailbox) });
      await mfa(page, "challenge", found);
      const { code = "" } = await inbox.wait({ to: to(mailbox), after });
      expect((await mfa(page, "verify", {})).mistake).toContain("Nothing was sent.");
      if (old !== code) {
        expect((await mfa(page, "verify", { otp: old })).code).toBe("invalid_otp");
      }
      expect((await mfa(page, "verify", { otp: code })).value).toMatchObject(signedIn);
    });
  }

  test("to nobody, because the user has no factor, say so", async ({ page, stack }) => {
    await begin(page, stack, await newUser(stack, undefined));
    const none = { id: "sms|none", factor: "sms" };
    expect((await mfa(page, "challenge", none)).code).toBe("association_required");
  });
});

test.describe("enrolling", () => {
  test("an app shows its secret and the recovery codes once, and its first code signs in", async ({
    page,
    stack,
  }) => {
    const outcome = await begin(page, stack, await newUser(stack, undefined));
    expect(outcome.value).toMatchObject({
      challenge: { enroll: expect.arrayContaining(["otp", "sms", "push", "email"]) },
    });
    const enrolled = await mfa(page, "enroll", { factor: "otp" });
    expect(enrolled.value).toEqual({
      factor: "otp",
      needsCode: true,
      secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
      barcodeUri: expect.stringMatching(/^otpauth:\/\/totp\//),
      recoveryCodes: [expect.any(String)],
    });
    const { secret } = enrolled.value as { secret: string };
    const otp = appCode(secret, stack.tenant.clock.now());
    expect((await mfa(page, "verify", { otp })).value).toMatchObject(signedIn);
    expect(await keptByPage(page)).not.toContain(secret);
  });

  for (const factor of ["sms", "voice"] as const) {
    test(`a phone by ${factor} is confirmed by the code`, async ({ page, stack }) => {
      await begin(page, stack, await newUser(stack, undefined));
      const wrong = await mfa(page, "enroll", { factor, phoneNumber: "not a number" });
      expect(wrong.code).toBe("invalid_phone_number");
      const phoneNumber = `+1555${Math.floor(1_000_000 + Math.random() * 8_999_999)}`;
      const enrolled = await mfa(page, "enroll", { factor, phoneNumber });
      expect(enrolled.value).toMatchObject({ factor, needsCode: true });
      expect(JSON.stringify(enrolled.value)).not.toMatch(/oob/i);
      const { code } = await stack.tenant.inbox.wait({ to: phoneNumber });
      expect((await mfa(page, "verify", { otp: code })).value).toMatchObject(signedIn);
    });
  }

  test("an e-mail address takes the user's own if none is given", async ({ page, stack }) => {
    const email = await newUser(stack, undefined);
    await begin(page, stack, email);
    expect((await mfa(page, "enroll", { factor: "email" })).value).toMatchObject({
      factor: "email",
      needsCode: true,
    });
    const { code } = await stack.tenant.inbox.wait({ to: email });
    expect((await mfa(page, "verify", { otp: code })).value).toMatchObject(signedIn);
  });

  test("is refused for whoever has a factor already", async ({ page, stack }) => {
    await begin(page, stack, await newUser(stack, { totpSecret }));
    expect((await mfa(page, "enroll", { factor: "otp" })).code).toBe("access_denied");
  });
});

test.describe("a push", () => {
  /** A user who has just enrolled a device; the question waits for its answer in the inbox. */
  async function enrollPush(page: Page, stack: Stack) {
    const email = await newUser(stack, undefined);
    await begin(page, stack, email);
    const enrolled = await mfa(page, "enroll", { factor: "push" });
    expect(enrolled.value).toMatchObject({
      factor: "push",
      needsCode: false,
      barcodeUri: expect.any(String),
    });
    return { email, question: await stack.tenant.inbox.wait({ to: email, kind: "push" }) };
  }

  test("that was approved signs in at once", async ({ page, stack }) => {
    const { question } = await enrollPush(page, stack);
    stack.tenant.inbox.approve(question.id);
    expect((await mfa(page, "verify")).value).toMatchObject(signedIn);
  });

  test("is waited for until it is approved", async ({ page, stack }) => {
    const { question } = await enrollPush(page, stack);
    stack.tenant.clearRequests();
    const verifying = mfa(page, "verify");
    await expect.poll(() => requestsTo(stack)).toContain("POST /oauth/token");
    stack.tenant.inbox.approve(question.id);
    expect((await verifying).value).toMatchObject(signedIn);
  });

  test("that was denied is access_denied, and another one may be sent", async ({ page, stack }) => {
    const { email, question } = await enrollPush(page, stack);
    stack.tenant.inbox.approve(question.id);
    await mfa(page, "verify");
    await beginAgain(page, email);
    const device = await factorOf(page, "push");
    expect((await mfa(page, "challenge", device)).value).toEqual({
      factor: "push",
      needsCode: false,
    });
    const second = await stack.tenant.inbox.wait({ to: email, kind: "push", after: question.id });
    stack.tenant.inbox.deny(second.id);
    expect((await mfa(page, "verify")).code).toBe("access_denied");
    expect((await mfa(page, "verify")).mistake).toContain("no device was asked");
    await mfa(page, "challenge", device);
    const next = await stack.tenant.inbox.wait({ to: email, kind: "push", after: second.id });
    stack.tenant.inbox.approve(next.id);
    expect((await mfa(page, "verify")).value).toMatchObject(signedIn);
  });

  test("is not waited for any more once the app gives up", async ({ page, stack }) => {
    await enrollPush(page, stack);
    stack.tenant.clearRequests();
    const verifying = page.evaluate(() => {
      const { mfa: calls } = window.portico.client ?? {};
      const controller = new AbortController();
      Object.assign(window, { giveUp: () => controller.abort() });
      const { signal } = controller;
      return window.portico.result(async () =>
        calls?.verify(Reflect.get(window, "challenge"), { signal }),
      );
    });
    await expect.poll(() => requestsTo(stack)).toContain("POST /oauth/token");
    await page.evaluate(() => (Reflect.get(window, "giveUp") as () => void)());
    expect((await verifying).code).toBe("aborted");
  });

  test("makes way for a code that is typed instead", async ({ page, stack }) => {
    const { email, question } = await enrollPush(page, stack);
    stack.tenant.inbox.approve(question.id);
    await mfa(page, "verify");
    await beginAgain(page, email);
    await mfa(page, "challenge", await factorOf(page, "push"));
    stack.tenant.clearRequests();
    const waiting = mfa(page, "verify");
    await expect.poll(() => requestsTo(stack)).toContain("POST /oauth/token");
    expect((await mfa(page, "verify", { recoveryCode: "WRONG" })).code).toBe("invalid_otp");
    expect((await waiting).code).toBe("aborted");
  });
});

test.describe("when the tenant fails", () => {
  for (const [fault, code] of [
    ["network", "network"],
    ["html500", "server"],
    ["429-global", "rate_limited"],
    ["html200", "invalid_response"],
    ["object200", "invalid_response"],
    ["null200", "invalid_response"],
  ] as const) {
    test(`with ${fault}, each call is ${code}, is sent once, and the challenge is still good`, async ({
      page,
      stack,
    }) => {
      await begin(page, stack, await newUser(stack, { totpSecret, phoneNumber: "+15551230188" }));
      const phone = await factorOf(page, "sms");
      const otp = appCode(totpSecret, stack.tenant.clock.now());
      for (const path of [
        "/mfa/authenticators",
        "/mfa/associate",
        "/mfa/challenge",
        "/oauth/token",
      ]) {
        stack.tenant.faults.add({ match: { path }, fault });
      }
      stack.tenant.clearRequests();
      expect((await mfa(page, "authenticators")).code).toBe(code);
      expect((await mfa(page, "enroll", { factor: "otp" })).code).toBe(code);
      expect((await mfa(page, "challenge", phone)).code).toBe(code);
      const refused = await mfa(page, "verify", { otp });
      expect(refused.code).toBe(code);
      expect(refused.error).not.toContain(otp);
      expect(asked(stack)).toHaveLength(4);
      expect((await mfa(page, "verify", { otp })).value).toMatchObject(signedIn);
    });
  }
});
