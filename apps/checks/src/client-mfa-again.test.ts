// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { appCode, wrongCode as anotherCode } from "../harness/authenticator-app.js";
import {
  byBoth,
  byPhone,
  hedy,
  inAs,
  newcomer,
  openChallenged,
  wrongCode,
  recoveryCode,
  totpSecret,
} from "./client-challenged.js";
import { failureOf, requestsTo } from "./client-page.js";

const now = Date.UTC(2030, 0, 1);
const token = "POST /oauth/token";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now });
});

describe("a challenge", () => {
  test.each([
    ["network", "network"],
    ["html500", "server"],
    ["429-global", "rate_limited"],
    ["html200", "invalid_response"],
    ["object200", "invalid_response"],
    ["null200", "invalid_response"],
  ] as const)(
    "is still good after %s, of which each call says %s, and is sent once",
    async (fault, code) => {
      const { client, tenant, challenge, idOf } = await openChallenged(byBoth);
      const phone = await idOf("sms");
      const otp = appCode(totpSecret, now);
      for (const path of ["authenticators", "associate", "challenge"]) {
        tenant.faults.add({ match: { path: `/mfa/${path}` }, fault });
      }
      tenant.faults.add({ match: { path: "/oauth/token" }, fault });
      tenant.clearRequests();
      const { mfa } = client;
      for (const call of [
        () => mfa.authenticators(challenge),
        () => mfa.enroll(challenge, { factor: "otp" }),
        () => mfa.challenge(challenge, phone),
        () => mfa.verify(challenge, { otp }),
      ]) {
        const failure = await failureOf(call());
        expect(failure).toMatchObject({ code });
        expect(JSON.stringify(failure)).not.toContain(otp);
      }
      expect(requestsTo(tenant)).toEqual([
        "GET /mfa/authenticators",
        "POST /mfa/associate",
        "POST /mfa/challenge",
        token,
      ]);
      expect(await mfa.verify(challenge, { otp })).toEqual(inAs(byBoth));
    },
  );

  test("that the tenant has dropped is expired_token too", async () => {
    const { client, tenant, challenge } = await openChallenged();
    tenant.clock.offset(601_000);
    const expired = { code: "expired_token" };
    expect(await failureOf(client.mfa.authenticators(challenge))).toMatchObject(expired);
    const typed = client.mfa.verify(challenge, { otp: "123456" });
    expect(await failureOf(typed)).toMatchObject(expired);
  });

  test("is taken itself, and no copy of it", async () => {
    const { client, tenant, challenge } = await openChallenged();
    expect(await failureOf(client.mfa.authenticators({ ...challenge }))).toMatchObject({
      message: expect.stringContaining("Nothing was sent."),
    });
    expect(tenant.requests()).toEqual([]);
  });

  test("by a factor that the user does not have says so", async () => {
    const { client, challenge } = await openChallenged(newcomer);
    const none = { id: "sms|none", factor: "sms" } as const;
    expect(await failureOf(client.mfa.challenge(challenge, none))).toMatchObject({
      code: "association_required",
    });
  });
});

describe("an answer", () => {
  test("is sent only after the one before was refused, and never after a right one", async () => {
    const { client, tenant, challenge } = await openChallenged();
    const otp = appCode(totpSecret, now);
    const ends = await Promise.all(
      [anotherCode(otp), otp, anotherCode(anotherCode(otp))].map((typed) =>
        client.mfa.verify(challenge, { otp: typed }).catch(({ code }: { code: string }) => code),
      ),
    );
    expect(ends).toEqual(["invalid_otp", inAs(hedy), "aborted"]);
    expect(requestsTo(tenant).filter((sent) => sent === token)).toHaveLength(2);
  });

  test("is to the latest message", async () => {
    const { client, tenant, challenge, idOf, answered } = await openChallenged(byPhone);
    const phone = await idOf("sms");
    const oobCode = () => Reflect.get(answered() ?? {}, "oob_code") as string;
    await client.mfa.challenge(challenge, phone);
    expect(await failureOf(client.mfa.verify(challenge, { otp: "0" }))).toEqual(wrongCode);
    const before = oobCode();
    await client.mfa.challenge(challenge, phone);
    const otp = tenant.inbox.list()[0]?.code ?? "";
    expect(await client.mfa.verify(challenge, { otp })).toEqual(inAs(byPhone));
    expect(oobCode()).not.toBe(before);
  });

  test("by recovery code is worth nothing twice, and the one that takes its place is", async () => {
    const { client, challenge } = await openChallenged();
    const { recoveryCode: next = "" } = await client.mfa.verify(challenge, { recoveryCode });
    expect(JSON.stringify(client.session.get())).not.toContain(next);
    const outcome = await client.login({ ...hedy, via: "password-realm" });
    if (outcome.kind !== "challenge") throw new Error("The login was to be challenged.");
    const again = outcome.challenge;
    expect(await failureOf(client.mfa.verify(again, { recoveryCode }))).toEqual(wrongCode);
    expect(await client.mfa.verify(again, { recoveryCode: next })).toMatchObject(inAs(hedy));
  });
});
