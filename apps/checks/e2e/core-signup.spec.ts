import type { Page } from "@playwright/test";
import type { LoginEvent } from "@portico/tenant";
import type { Stack } from "../stack/start-stack.js";
import { solveCaptcha } from "./captcha.js";
import { attachClient, call, keptByPage, openCore, sessionState } from "./core-page.js";
import { expect, newEmail, requestsTo, test } from "./fixtures.js";
import { withTenant } from "./tenant-of-its-own.js";

const password = "Long-enough-42";

/** Signs up and tells what was sent. */
async function signup(page: Page, params: object) {
  const asked = page.waitForRequest(/\/dbconnections\/signup$/);
  const outcome = await call(page, "signup", params);
  return { ...outcome, sent: (await asked).postDataJSON() as object };
}

/** The tenant, with a connection whose users have names. */
function withUsernames(usual: Stack): Promise<Stack> {
  return withTenant(usual, {}, (seed) => ({
    ...seed,
    connections: [...(seed.connections ?? []), { name: "members", requiresUsername: true }],
  }));
}

test.describe("sign-up", () => {
  test("creates the user and signs in", async ({ page, stack }) => {
    await openCore(page, stack);
    const email = newEmail();
    const outcome = await call(page, "signup", { email, password });
    expect(outcome.value).toMatchObject({ kind: "authenticated", session: { user: { email } } });
  });

  test("only creates the user where no sign-in is wanted", async ({ page, stack }) => {
    await openCore(page, stack);
    const email = newEmail();
    const outcome = await call(page, "signup", { email: ` ${email}\t`, password, signIn: false });
    expect(outcome.value).toEqual({ kind: "accepted", destination: email });
    expect((await call(page, "checkSession")).code).toBe("login_required");
  });

  test("signs in at the token endpoint where that is wanted", async ({ page, stack }) => {
    await openCore(page, stack, { loginVia: "password-realm" });
    const email = newEmail();
    const { value } = await call(page, "signup", { email, password });
    expect(value).toMatchObject({ kind: "authenticated", session: { user: { email } } });
    expect((await call(page, "checkSession")).code).toBe("login_required");
  });

  test("signs in by redirect where that is wanted, and comes back", async ({ page, stack }) => {
    await openCore(page, stack);
    const email = newEmail();
    const appState = { returnTo: "/welcome" };
    const back = page.waitForURL(/code=/);
    // The page may be gone before the call has answered.
    void call(page, "signup", { email, password, via: "redirect", appState }).catch(() => {});
    await back;
    const redirectUri = `${stack.app}/harness/index.html`;
    await attachClient(page, { domain: stack.tenant.url, clientId: stack.clientId, redirectUri });
    const { value } = await call(page, "start");
    expect(value).toMatchObject({ kind: "authenticated", appState, session: { user: { email } } });
  });

  test("tells of a sign-in that failed afterwards, and the account is there", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack, {}, stack.appElsewhere);
    const email = newEmail();
    const { value } = await call(page, "signup", { email, password });
    expect(value).toMatchObject({
      kind: "accepted",
      destination: email,
      signInError: { code: "third_party_cookies_blocked" },
    });
    expect(await sessionState(page)).not.toMatchObject({ status: "authenticated" });
    const login = await call(page, "login", { email, password, via: "password-realm" });
    expect(login.value).toMatchObject({ kind: "authenticated" });
  });

  test("that is followed by a second factor is a challenge", async ({ page, stack }) => {
    await openCore(page, stack);
    const email = `mfa+${crypto.randomUUID()}@example.com`;
    const { value } = await call(page, "signup", { email, password, via: "password-realm" });
    expect(value).toMatchObject({ kind: "challenge", challenge: { type: "mfa" } });
  });

  test("sends every attribute under Auth0's name, the metadata untouched, and nothing else", async ({
    page,
    stack: usual,
  }) => {
    const events: LoginEvent[] = [];
    const stack = await withTenant(usual, {
      onLogin(event) {
        events.push(event);
        return undefined;
      },
    });
    await openCore(page, stack);
    const email = newEmail();
    const userMetadata = {
      camelCase: "a",
      snake_case: "b",
      "with space": "c",
      "dotted.key": "d",
      $dollar: "e",
      "ключ 🔑": "значение",
      empty: "",
      markup: "<b>&amp;</b>",
    };
    const { value, sent } = await signup(page, {
      email,
      password,
      name: "Grace Hopper",
      givenName: "Grace",
      familyName: "Hopper",
      nickname: "amazing",
      picture: "https://app.example/grace.png",
      phoneNumber: "+1 (202) 555-0143",
      userMetadata,
      // What no type allows.
      foo: "canary",
      email_verified: true,
      app_metadata: { admin: true },
      client_id: "canary",
      client_metadata: {},
    });
    expect(sent).toEqual({
      client_id: stack.clientId,
      connection: "Username-Password-Authentication",
      email,
      password,
      name: "Grace Hopper",
      given_name: "Grace",
      family_name: "Hopper",
      nickname: "amazing",
      picture: "https://app.example/grace.png",
      phone_number: "+12025550143",
      user_metadata: userMetadata,
    });
    expect(value).toMatchObject({
      session: {
        user: { email, name: "Grace Hopper", given_name: "Grace", nickname: "amazing" },
      },
    });
    const user = stack.tenant.state().users.find((known) => known.email === email);
    expect(user).toMatchObject({ phoneNumber: "+12025550143", emailVerified: false });
    expect(events.at(-1)?.user.userMetadata).toEqual(userMetadata);
    await stack.close();
  });

  test("of a connection with user names takes one, and either name signs in", async ({
    page,
    stack: usual,
  }) => {
    const stack = await withUsernames(usual);
    await openCore(page, stack, { databaseConnection: "members" });
    const [email, username] = [newEmail(), `ada-${crypto.randomUUID().slice(0, 8)}`];
    const without = await call(page, "signup", { email, password });
    expect(without.error).toBeDefined();
    const { value } = await signup(page, { email, username: ` ${username} `, password });
    expect(value).toMatchObject({ kind: "authenticated", session: { user: { email } } });
    for (const login of [{ username }, { email }]) {
      const outcome = await call(page, "login", { ...login, password });
      expect(outcome.value).toMatchObject({ session: { user: { email } } });
    }
    const taken = await call(page, "signup", { email: newEmail(), username, password });
    expect(taken.code).toBe("invalid_signup");
    await stack.close();
  });

  test("names the connection and the organization, of the call or of the configuration", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack, { organization: "analytical-society" });
    const usual = await signup(page, { email: newEmail(), password });
    expect(usual.sent).toMatchObject({ organization: "analytical-society" });
    // Whoever has just signed up is no member yet; the account is there all the same.
    expect(usual.value).toMatchObject({
      kind: "accepted",
      signInError: { code: "access_denied" },
    });
    const other = await signup(page, {
      email: newEmail(),
      password,
      connection: "nowhere",
      organization: "observatory",
      signIn: false,
    });
    expect(other.sent).toMatchObject({ connection: "nowhere", organization: "observatory" });
    expect(other.error).toBeDefined();
  });

  test("takes the answer to the tenant's captcha, and its login needs none", async ({
    page,
    stack: usual,
  }) => {
    const stack = await withTenant(usual, { captcha: "always" });
    await openCore(page, stack);
    const email = newEmail();
    expect((await call(page, "signup", { email, password })).code).toBe("invalid_captcha");
    const wrong = await solveCaptcha(page, stack, "signup");
    const refused = await call(page, "signup", { email, password, ...wrong, captcha: "canary" });
    expect(refused.code).toBe("invalid_captcha");
    expect(refused.error).not.toContain("canary");
    const solved = await solveCaptcha(page, stack, "signup");
    stack.tenant.clearRequests();
    const { value } = await call(page, "signup", { email, password, ...solved });
    expect(value).toMatchObject({ kind: "authenticated", session: { user: { email } } });
    expect(await keptByPage(page)).not.toContain(solved.captcha);
    expect(requestsTo(stack).filter((asked) => asked.endsWith("/signup"))).toHaveLength(1);
    await stack.close();
  });

  test("of a known address and with a weak password fail by their codes", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack);
    const known = await call(page, "signup", { ...stack.user, password });
    expect(known.code).toBe("invalid_signup");
    const weak = await call(page, "signup", { email: newEmail(), password: "short" });
    expect(weak.code).toBe("invalid_password");
    expect(JSON.parse(weak.error ?? "")).toMatchObject({
      details: { policy: "strength", rules: [{ code: "lengthAtLeast", format: [8] }, {}] },
    });
    const bad = await call(page, "signup", { email: "no-address", password });
    expect(bad.code).toBe("invalid_email");
  });

  test("without an address or with a number that is none is refused before any request", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack);
    stack.tenant.clearRequests();
    expect((await call(page, "signup", { email: " ", password })).code).toBe("invalid_email");
    const phoneNumber = "030 901820";
    const numbered = await call(page, "signup", { email: newEmail(), password, phoneNumber });
    expect(numbered.code).toBe("invalid_phone_number");
    expect((await call(page, "signup", { password })).mistake).toContain("Nothing was sent.");
    expect(requestsTo(stack)).toEqual([]);
  });
});
