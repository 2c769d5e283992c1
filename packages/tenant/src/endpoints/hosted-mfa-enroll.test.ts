import { decodeJwt } from "jose";
import { encode } from "uqr";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import {
  appCode,
  grace,
  mfaApi,
  openPage,
  reachSecondStep,
  secondFactorSeed,
  sentCode,
  wrongCode,
  type ListedAuthenticator,
} from "../../test/second-factor.js";
import {
  jsonOf,
  newPkce,
  queryOf,
  startTestTenant,
  visit,
  type TokenBody,
  type Visitor,
} from "../../test/visitor.js";

const nora = "nora@example.com";
const noon = Date.UTC(2030, 0, 1, 12);

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

/** The first page that sets up a factor. */
async function reachChoice(reader = visitor, parameters: Record<string, string> = {}) {
  const step = await openPage(reader, await reachSecondStep(reader, nora, parameters));
  expect(step.status).toBe(303);
  return openPage(reader, step.location);
}

async function choose(label: string, reader = visitor) {
  const choice = await reachChoice(reader);
  return openPage(reader, choice.links.get(label) ?? "");
}

async function listOf(username: string): Promise<ListedAuthenticator[]> {
  const mfa = mfaApi(visit(tenant));
  return jsonOf<ListedAuthenticator[]>(await mfa.authenticators(await mfa.begin(username)));
}

const secretOf = (page: { textOf(id: string): string }) =>
  page.textOf("secret").replaceAll(" ", "");

describe("a user who has to have a second factor", () => {
  it("chooses one", async () => {
    const choice = await reachChoice();
    expect(choice.title).toBe("Set up a second step");
    expect([...choice.links.keys()]).toEqual(["Authenticator app", "Text message", "E-mail"]);
  });

  it("reads the pages in the language that the application asks for", async () => {
    const choice = await reachChoice(visitor, { ui_locales: "fr-CA" });
    expect(choice.page).toContain('<html lang="fr">');
    expect(choice.title).toBe("Configurez une seconde étape");
  });

  it("who has one already is asked for it instead", async () => {
    const address = await reachSecondStep(visitor, grace.username);
    const enroll = address.replace("/u/mfa?", "/u/mfa/enroll?");
    expect((await openPage(visitor, enroll)).location).toBe(address);
    expect((await openPage(visitor, `${enroll}&factor=totp`)).location).toBe(address);
    const posted = await visitor.postForm(`${enroll}&factor=sms`, { address: "+15551230111" });
    expect(posted.headers.get("location")).toBe(address);
    expect(tenant.inbox.list()).toEqual([]);
  });
});

describe("an authenticator app", () => {
  it("is set up by its QR code and first code, with a recovery code that is shown once", async () => {
    const { verifier, challenge } = newPkce();
    const choice = await reachChoice(visitor, {
      scope: "openid",
      code_challenge: challenge,
      code_challenge_method: "S256",
    });
    const page = await openPage(visitor, choice.links.get("Authenticator app") ?? "");
    const secret = secretOf(page);
    const wrong = await page.submit({ code: wrongCode(appCode(tenant, secret)) });
    expect(wrong.status).toBe(400);
    expect(secretOf(wrong)).toBe(secret);

    const shown = await wrong.submit({ code: appCode(tenant, secret) });
    expect(shown).toMatchObject({ status: 200, title: "Keep your recovery code" });
    const recovery_code = shown.textOf("recovery-code");
    const [, state = ""] = /name="state" value="([^"]+)"/.exec(shown.page) ?? [];
    const answer = await visitor.request(`/authorize/resume?state=${state}`);
    const tokens = await visitor.exchangeCode(queryOf(answer).get("code") ?? "", verifier);
    expect(decodeJwt((await jsonOf<TokenBody>(tokens)).id_token ?? "")).toMatchObject({
      amr: ["mfa"],
    });

    expect((await listOf(nora)).map(({ type, active }) => ({ type, active }))).toEqual([
      { type: "otp", active: true },
      { type: "recovery-code", active: true },
    ]);
    const mfa = mfaApi(visit(tenant));
    const proof = { mfa_token: await mfa.begin(nora), recovery_code };
    expect((await mfa.grant("recovery-code", proof)).status).toBe(200);
  });

  it("is shown as a picture that no policy forbids", async () => {
    const page = await choose("Authenticator app");
    const address =
      `otpauth://totp/Portico%20tenant:nora%40example.com?secret=${secretOf(page)}` +
      "&issuer=Portico%20tenant&algorithm=SHA1&digits=6&period=30";
    const { size, data } = encode(address, { ecc: "M", border: 4 });
    const dark = data.flat().filter(Boolean).length;
    const [svg = ""] = /<svg[\s\S]*<\/svg>/.exec(page.page) ?? [];
    expect(svg).toContain(`viewBox="0 0 ${size} ${size}"`);
    expect(svg).toContain('aria-label="QR code for your authenticator app"');
    expect(svg.match(/h1v1h-1z/g)).toHaveLength(dark);
    expect(svg).not.toMatch(/style|href|data:/);
  });

  it("is not stored by a page that is only looked at", async () => {
    await choose("Authenticator app");
    expect(await listOf(nora)).toEqual([]);
  });

  it.each(["", "short", "A".repeat(31), "a".repeat(32), "1".repeat(32)])(
    "is not set up with the secret “%s”",
    async (secret) => {
      const page = await choose("Authenticator app");
      const refused = await page.submit({ secret, code: "123456" });
      expect(refused.status).toBe(403);
      expect(secretOf(refused)).toMatch(/^[A-Z2-7]{32}$/);
    },
  );

  it("is not set up by a forged form", async () => {
    const page = await choose("Authenticator app");
    const code = appCode(tenant, secretOf(page));
    expect((await page.submit({ code, csrf: "forged" })).status).toBe(403);
    expect(await listOf(nora)).toEqual([]);
  });
});

describe.each([
  { label: "Text message", address: "+1 (555) 123-0177", to: "+15551230177", type: "phone" },
  { label: "E-mail", address: nora, to: nora, type: "email" },
])("codes by $label", ({ label, address, to, type }) => {
  it("are set up by an address and the first code", async () => {
    const page = await choose(label);
    const sent = await page.submit({ address });
    expect(sent.status).toBe(303);
    const asked = await openPage(visitor, sent.location);
    const code = sentCode(tenant, to);
    expect((await asked.submit({ code: wrongCode(code) })).status).toBe(400);
    const shown = await asked.submit({ code });
    expect(shown.title).toBe("Keep your recovery code");
    expect((await listOf(nora)).map((item) => [item.type, item.active])).toEqual([
      [type, true],
      ["recovery-code", true],
    ]);
  });

  it("can be sent again", async () => {
    const sent = await (await choose(label)).submit({ address });
    const again = await (await openPage(visitor, sent.location)).submit({ intent: "resend" });
    const asked = await openPage(visitor, again.location);
    expect(asked.textOf("notice")).toBe("We sent you a new code.");
    expect(tenant.inbox.list({ to })).toHaveLength(2);
    expect((await asked.submit({ code: sentCode(tenant, to) })).status).toBe(200);
  });

  it("expire", async () => {
    const sent = await (await choose(label)).submit({ address });
    const asked = await openPage(visitor, sent.location);
    const code = sentCode(tenant, to);
    tenant.clock.set(noon + 300_000);
    expect(await asked.submit({ code })).toMatchObject({
      status: 400,
      error: "That code has expired. Ask for a new one.",
    });
  });

  it.each(["", "nowhere", "+1", "a@b"].filter((typed) => typed !== "+1" || type === "email"))(
    "are not sent to “%s”",
    async (typed) => {
      const refused = await (await choose(label)).submit({ address: typed });
      expect(refused.status).toBe(400);
      expect(refused.error).toEqual(expect.any(String));
      expect(tenant.inbox.list()).toEqual([]);
    },
  );

  it("are not sent for a forged form", async () => {
    const page = await choose(label);
    expect((await page.submit({ address, csrf: "forged" })).status).toBe(403);
    expect(tenant.inbox.list()).toEqual([]);
  });

  it("cannot be confirmed by another sign-in of the same user", async () => {
    const sent = await (await choose(label)).submit({ address });
    const { searchParams } = new URL(sent.location, tenant.url);
    const other = visit(tenant);
    const theirs = await reachSecondStep(other, nora);
    const foreign = `${theirs.replace("/u/mfa?", "/u/mfa/enroll?")}&factor=${searchParams.get("factor") ?? ""}`;
    const page = await openPage(other, foreign);
    expect(page.title).toBe("Set up a second step");
    const code = sentCode(tenant, to);
    const form = await openPage(other, page.links.get("Authenticator app") ?? "");
    const posted = await other.postForm(foreign, { ...form.hidden, code });
    expect(await posted.text()).not.toContain("recovery-code");
    expect((await (await openPage(visitor, sent.location)).submit({ code })).status).toBe(200);
  });
});

it("what was begun elsewhere is dropped once a factor is confirmed", async () => {
  const mfa = mfaApi(visit(tenant));
  const mfa_token = await mfa.begin(nora);
  const begun = await jsonOf<{ secret: string }>(
    await mfa.associate(mfa_token, { authenticator_types: ["otp"] }),
  );
  const page = await choose("Authenticator app");
  await page.submit({ code: appCode(tenant, secretOf(page)) });
  expect(await listOf(nora)).toHaveLength(2);
  const otp = appCode(tenant, begun.secret);
  expect((await mfa.grant("otp", { mfa_token, otp })).status).toBe(403);
});
