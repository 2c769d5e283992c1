import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import {
  appCode,
  grace,
  joan,
  mfaApi,
  openPage,
  reachSecondStep,
  secondFactorSeed,
  sentCode,
  wrongCode,
  type Association,
} from "../../test/second-factor.js";
import {
  ada,
  jsonOf,
  messageOf,
  newPkce,
  queryOf,
  startTestTenant,
  visit,
  type TokenBody,
  type Visitor,
} from "../../test/visitor.js";

const noon = Date.UTC(2030, 0, 1, 12);
const multiFactor = "http://schemas.openid.net/pape/policies/2007/06/multi-factor";

let tenant: RunningTenant;
let visitor: Visitor;

beforeAll(async () => {
  tenant = await startTestTenant({ seed: secondFactorSeed() });
});
beforeEach(async () => {
  await tenant.reset();
  tenant.clock.set(noon);
  tenant.clock.freeze();
  visitor = visit(tenant);
});
afterAll(() => tenant.close());

const code = (steps = 0) => appCode(tenant, grace.totpSecret, steps);

/** Gives Lise a device that is asked by push, and a phone. */
async function enrollLise(): Promise<string> {
  const username = "lise@example.com";
  await tenant.seed({
    clients: [],
    users: [{ email: username, password: ada.password, mfaRequired: true }],
  });
  const mfa = mfaApi(visit(tenant));
  const mfa_token = await mfa.begin(username);
  const body = { authenticator_types: ["oob"], oob_channels: ["auth0"] };
  const { oob_code } = await jsonOf<Association>(await mfa.associate(mfa_token, body));
  tenant.inbox.approve(tenant.inbox.list()[0]?.id ?? 0);
  expect((await mfa.grant("oob", { mfa_token, oob_code })).status).toBe(200);
  tenant.inbox.clear();
  return username;
}

/** Whether a browser with this visitor's session gets a code without seeing a page. */
async function silently(parameters: Record<string, string> = {}): Promise<URLSearchParams> {
  return queryOf(await visitor.authorize({ prompt: "none", ...parameters }));
}

describe("an authenticator app", () => {
  it("stands between the password and the application, once in a session", async () => {
    const { verifier, challenge } = newPkce();
    const address = await reachSecondStep(visitor, grace.username, {
      scope: "openid",
      nonce: "n-1",
      state: "s-1",
      code_challenge: challenge,
      code_challenge_method: "S256",
    });
    expect(address).toMatch(/^\/u\/mfa\?state=/);
    const page = await openPage(visitor, address);
    expect(page.title).toBe("Enter your code");
    const wrong = await page.submit({ code: wrongCode(code()) });
    expect(wrong).toMatchObject({
      status: 400,
      error: "That code isn’t right. Check it and try again.",
    });
    const right = await wrong.submit({ code: code() });
    expect(right.location).toMatch(/^\/authorize\/resume\?state=/);
    const answer = queryOf(await visitor.request(right.location));
    expect(answer.get("state")).toBe("s-1");
    const tokens = await visitor.exchangeCode(answer.get("code") ?? "", verifier);
    const { id_token = "" } = await jsonOf<TokenBody>(tokens);
    expect(decodeJwt(id_token)).toMatchObject({ amr: ["mfa"] });
    expect((await silently()).get("code")).toEqual(expect.any(String));
  });

  it("cannot be passed by a code that was used before", async () => {
    const first = await openPage(visitor, await reachSecondStep(visitor, grace.username));
    expect((await first.submit({ code: code() })).status).toBe(303);
    const other = visit(tenant);
    const second = await openPage(other, await reachSecondStep(other, grace.username));
    expect((await second.submit({ code: code() })).status).toBe(400);
    expect((await second.submit({ code: code(1) })).status).toBe(303);
  });

  it("is not asked for any more after ten wrong codes", async () => {
    const page = await openPage(visitor, await reachSecondStep(visitor, grace.username));
    for (let tries = 0; tries < 10; tries += 1) await page.submit({ code: wrongCode(code()) });
    expect(await page.submit({ code: code() })).toMatchObject({
      status: 429,
      error: "Too many wrong codes. Wait a few minutes, then try again.",
    });
  });

  it.each(["", "000000", "12345", "abcdef", "1".repeat(5000)])(
    "does not take “%s” for a code",
    async (typed) => {
      const page = await openPage(visitor, await reachSecondStep(visitor, grace.username));
      expect((await page.submit({ code: typed })).status).toBe(400);
    },
  );
});

describe("a code by text message", () => {
  it("is sent when the page is first shown, and not again when it is shown again", async () => {
    const address = await reachSecondStep(visitor, joan.username, { ui_locales: "de-AT" });
    await openPage(visitor, address);
    const page = await openPage(visitor, address);
    expect(tenant.inbox.list()).toEqual([
      expect.objectContaining({ kind: "sms", to: joan.phoneNumber, locale: "de-AT" }),
    ]);
    expect(page.title).toBe("Sehen Sie auf Ihr Telefon");
    expect(page.page).toContain("••••\u00a00167");
    expect(page.page).not.toContain(joan.phoneNumber);
    const right = await page.submit({ code: sentCode(tenant, joan.phoneNumber) });
    expect(right.location).toMatch(/^\/authorize\/resume/);
  });

  it("is sent again on demand, and then only the new one is right", async () => {
    const page = await openPage(visitor, await reachSecondStep(visitor, joan.username));
    const former = sentCode(tenant, joan.phoneNumber);
    const resent = await page.submit({ intent: "resend" });
    expect(resent.status).toBe(303);
    const again = await openPage(visitor, resent.location);
    expect(again.textOf("notice")).toBe("We sent you a new code.");
    expect(tenant.inbox.list()).toHaveLength(2);
    const fresh = sentCode(tenant, joan.phoneNumber);
    expect((await again.submit({ code: former })).status).toBe(400);
    expect((await again.submit({ code: fresh })).status).toBe(303);
  });

  it("expires after five minutes, and the page says so", async () => {
    const address = await reachSecondStep(visitor, joan.username);
    const page = await openPage(visitor, address);
    const late = sentCode(tenant, joan.phoneNumber);
    tenant.clock.set(noon + 300_000);
    const refused = await page.submit({ code: late });
    expect(refused).toMatchObject({
      status: 400,
      error: "That code has expired. Ask for a new one.",
    });
    expect((await openPage(visitor, address)).textOf("notice")).toContain("expired");
    expect(tenant.inbox.list()).toHaveLength(1);
    await refused.submit({ intent: "resend" });
    const right = await refused.submit({ code: sentCode(tenant, joan.phoneNumber) });
    expect(right.status).toBe(303);
  });

  it("that belongs to another sign-in is wrong", async () => {
    const page = await openPage(visitor, await reachSecondStep(visitor, joan.username));
    const other = visit(tenant);
    await openPage(other, await reachSecondStep(other, joan.username));
    const [theirs, own] = tenant.inbox.list();
    expect(theirs?.id).not.toBe(own?.id);
    expect((await page.submit({ code: theirs?.code ?? "" })).status).toBe(400);
    expect((await page.submit({ code: own?.code ?? "" })).status).toBe(303);
  });
});

describe("a push", () => {
  it("is waited for without a script, and goes on once it is approved", async () => {
    const address = await reachSecondStep(visitor, await enrollLise());
    const waiting = await openPage(visitor, address);
    expect(waiting.title).toBe("Approve this sign-in");
    expect(waiting.page).toContain('<meta http-equiv="refresh" content="3" />');
    expect((await openPage(visitor, address)).status).toBe(200);
    const [push, ...more] = tenant.inbox.list({ kind: "push" });
    expect(more).toEqual([]);
    tenant.inbox.approve(push?.id ?? 0);
    const approved = await visitor.request(address);
    expect(approved.status).toBe(303);
    expect(
      queryOf(await visitor.request(approved.headers.get("location") ?? "")).get("code"),
    ).toEqual(expect.any(String));
  });

  it("does not let another browser in that waits for the same user", async () => {
    const lise = await enrollLise();
    const attacker = visit(tenant);
    const theirs = await reachSecondStep(attacker, lise);
    await openPage(attacker, theirs);
    await openPage(visitor, await reachSecondStep(visitor, lise));
    tenant.inbox.approve(tenant.inbox.list({ kind: "push" })[0]?.id ?? 0);
    expect((await openPage(attacker, theirs)).title).toBe("Approve this sign-in");
  });

  it("that was denied can be sent once more", async () => {
    const address = await reachSecondStep(visitor, await enrollLise());
    await openPage(visitor, address);
    tenant.inbox.deny(tenant.inbox.list()[0]?.id ?? 0);
    const denied = await openPage(visitor, address);
    expect(denied.title).toBe("This sign-in was denied");
    expect(denied.page).not.toContain("http-equiv");
    const again = await denied.submit({ intent: "resend" });
    expect((await openPage(visitor, again.location)).title).toBe("Approve this sign-in");
    expect(tenant.inbox.list({ kind: "push" })).toHaveLength(2);
  });

  it("stops the page from asking once its time is over", async () => {
    const address = await reachSecondStep(visitor, await enrollLise());
    await openPage(visitor, address);
    tenant.clock.set(noon + 300_000);
    const over = await openPage(visitor, address);
    expect(over.title).toBe("Nobody answered");
    expect(over.page).not.toContain("http-equiv");
    expect(tenant.inbox.list({ kind: "push" })).toHaveLength(1);
  });
});

describe("a recovery code", () => {
  it("takes the place of another factor, and is shown anew before going on", async () => {
    const page = await openPage(visitor, await reachSecondStep(visitor, grace.username));
    const recovery = await openPage(visitor, page.links.get("Use a recovery code") ?? "");
    expect(recovery.title).toBe("Use your recovery code");
    expect((await recovery.submit({ code: "NOT-THE-CODE" })).status).toBe(400);
    const shown = await recovery.submit({ code: grace.recoveryCode });
    expect(shown.status).toBe(200);
    expect(shown.textOf("recovery-code")).toMatch(/^([A-Z2-7]{4} ){5}[A-Z2-7]{4}$/);
    const mfa = mfaApi(visit(tenant));
    const proof = { mfa_token: await mfa.begin(grace.username) };
    const used = await mfa.grant("recovery-code", {
      ...proof,
      recovery_code: grace.recoveryCode,
    });
    expect(used.status).toBe(403);
    const next = await mfa.grant("recovery-code", {
      ...proof,
      recovery_code: shown.textOf("recovery-code"),
    });
    expect(next.status).toBe(200);
    expect((await silently()).get("code")).toEqual(expect.any(String));
  });
});

describe("several factors", () => {
  it("are offered beside the first one, and sent only where they are chosen", async () => {
    await tenant.seed({
      clients: [],
      users: [
        {
          email: "mary@example.com",
          password: ada.password,
          mfa: {
            totpSecret: grace.totpSecret,
            phoneNumber: "+15551230145",
            email: "mary@example.org",
            recoveryCode: "X",
          },
        },
      ],
    });
    const page = await openPage(visitor, await reachSecondStep(visitor, "mary@example.com"));
    expect([...page.links.keys()]).toEqual([
      "Text a code to ••••\u00a00145",
      "Send a code to m•••@example.org",
      "Use a recovery code",
    ]);
    expect(tenant.inbox.list()).toEqual([]);
    const byMail = await openPage(visitor, page.links.get("Send a code to m•••@example.org") ?? "");
    expect(byMail.title).toBe("Check your e-mail");
    expect(tenant.inbox.list()).toEqual([
      expect.objectContaining({ kind: "mfa", to: "mary@example.org" }),
    ]);
    expect((await byMail.submit({ code: sentCode(tenant, "mary@example.org") })).status).toBe(303);
  });

  it("of another user cannot be chosen", async () => {
    const mfa = mfaApi(visit(tenant));
    const listed = await mfa.authenticators(await mfa.begin(joan.username));
    const [theirs] = await jsonOf<{ id: string }[]>(listed);
    const address = await reachSecondStep(visitor, grace.username);
    const page = await openPage(visitor, `${address}&factor=${theirs?.id ?? ""}`);
    expect(page.title).toBe("Enter your code");
    expect(tenant.inbox.list()).toEqual([]);
  });
});

describe("the second step", () => {
  it("is asked for by acr_values, and by a session that gave it only once", async () => {
    await visitor.signIn();
    const stepUp = await visitor.authorize({ acr_values: multiFactor });
    expect(stepUp.headers.get("location")).toMatch(/^\/u\/mfa\?state=/);
    expect((await silently()).get("code")).toEqual(expect.any(String));
  });

  it("cannot be asked for silently", async () => {
    await reachSecondStep(visitor, grace.username);
    for (const parameters of [{}, { response_mode: "web_message" }]) {
      const response = await visitor.authorize({ prompt: "none", state: "s", ...parameters });
      const answer =
        "response_mode" in parameters
          ? (await messageOf(response)).response
          : Object.fromEntries(queryOf(response));
      expect(answer).toMatchObject({
        error: "login_required",
        error_description: "Multifactor authentication required",
        state: "s",
      });
    }
    await visitor.signIn();
    expect((await silently({ acr_values: multiFactor })).get("error")).toBe("login_required");
  });

  it("cannot be skipped by the address behind it", async () => {
    const address = await reachSecondStep(visitor, grace.username);
    const { searchParams } = new URL(address, tenant.url);
    const resumed = await visitor.request(`/authorize/resume?${searchParams.toString()}`);
    expect(resumed.headers.get("location")).toBe(address);
  });

  it("belongs to the browser that signed in", async () => {
    const address = await reachSecondStep(visitor, grace.username);
    const stranger = visit(tenant);
    await stranger.signIn();
    for (const browser of [stranger, visit(tenant)]) {
      const page = await openPage(browser, address);
      expect(page.status).toBe(400);
      expect(page.page).toContain("This sign-in has expired or was already used.");
      const posted = await browser.postForm(address, { code: code() });
      expect(posted.status).toBe(400);
    }
  });

  it("needs a form of its own pages", async () => {
    const page = await openPage(visitor, await reachSecondStep(visitor, grace.username));
    const forged = await page.submit({ code: code(), csrf: "forged" });
    expect(forged).toMatchObject({
      status: 403,
      error: "This form was too old. Please try again.",
    });
    expect((await forged.submit({ code: code() })).status).toBe(303);
  });

  it("does not send anything for a forged form", async () => {
    const page = await openPage(visitor, await reachSecondStep(visitor, joan.username));
    tenant.inbox.clear();
    await page.submit({ intent: "resend", csrf: "forged" });
    expect(tenant.inbox.list()).toEqual([]);
  });

  it("ends cleanly once the request has expired", async () => {
    const address = await reachSecondStep(visitor, grace.username);
    const page = await openPage(visitor, address);
    tenant.clock.set(noon + 3_600_000);
    for (const over of [await openPage(visitor, address), await page.submit({ code: code() })]) {
      expect(over.status).toBe(400);
      expect(over.page).toContain("Go back to the application and start again.");
    }
    expect((await openPage(visitor, "/u/mfa")).status).toBe(400);
  });

  it("goes on at once where it was taken already", async () => {
    const address = await reachSecondStep(visitor, grace.username);
    const page = await openPage(visitor, address);
    await page.submit({ code: code() });
    expect((await openPage(visitor, address)).location).toMatch(/^\/authorize\/resume/);
  });

  it("may not be framed, and has no script", async () => {
    const response = await visitor.request(await reachSecondStep(visitor, grace.username));
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("script-src");
    expect(response.headers.get("x-frame-options")).toBeNull();
    expect(response.headers.get("cross-origin-opener-policy")).toBeNull();
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.text()).not.toMatch(/<script| style=/);
  });
});

it("a silent request may be answered with mfa_required instead, by option", async () => {
  const other = await startTestTenant({
    seed: secondFactorSeed(),
    silentMfaError: "mfa_required",
    onLogin: () => ({ mfa: true }),
  });
  try {
    const reader = visit(other);
    expect(await reachSecondStep(reader, ada.username)).toMatch(/^\/u\/mfa\?/);
    const silent = queryOf(await reader.authorize({ prompt: "none" }));
    expect(silent.get("error")).toBe("mfa_required");
    expect(silent.get("error_description")).toBe("Multifactor authentication required");
  } finally {
    await other.close();
  }
});
