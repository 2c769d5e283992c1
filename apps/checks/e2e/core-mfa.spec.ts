import { appCode, wrongCode } from "../harness/authenticator-app.js";
import {
  asked,
  begin,
  beginAgain,
  factorOf,
  mfa,
  newUser,
  signedIn,
  totpSecret,
} from "./core-mfa-page.js";
import { keptByPage, sessionState } from "./core-page.js";
import { expect, test } from "./fixtures.js";

const recoveryCode = "RECOVERY2CODE4OF6SOMEBODY";

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
