import { createRequire } from "node:module";
import { sampleSeed, startTenant, type RunningTenant, type TenantOptions } from "@portico/tenant";
import type { Stack } from "../stack/start-stack.js";
import { attach, call, openAuth0Js, realm, type Place } from "./auth0-js-page.js";
import { expect, newEmail, signInAtTenant, test } from "./fixtures.js";

/** A tenant of its own for the stack's pages. */
async function startFor({ app, clientId }: Stack, options: TenantOptions): Promise<RunningTenant> {
  const seed = sampleSeed([app]);
  const [client] = seed.clients;
  if (client?.clientId !== clientId) throw new Error("The sample seed has another client.");
  client.callbacks.push(`${app}/harness/auth0-js.html`);
  client.crossOriginVerificationUrl = `${app}/harness/auth0-js-verify.html`;
  return startTenant({ port: 0, scryptCost: 1024, seed, ...options });
}

const placeOf = ({ app, clientId }: Stack, tenant: RunningTenant): Place => ({
  app,
  clientId,
  tenant,
});

test("the classic page, driven by the unmodified auth0-js 10.2.1", async ({ page, stack }) => {
  const auth0js = createRequire(import.meta.url).resolve("auth0-js/dist/auth0.min.js");
  const tenant = await startFor(stack, { classicPage: auth0js });
  const place = placeOf(stack, tenant);
  await openAuth0Js(page, place);
  await page.evaluate(
    (options) => {
      const client = new window.auth0.WebAuth(options) as unknown as { authorize(): void };
      client.authorize();
    },
    {
      domain: tenant.url,
      clientID: stack.clientId,
      redirectUri: `${stack.app}/harness/auth0-js.html`,
      responseType: "token id_token",
      scope: "openid profile email",
    },
  );
  await page.waitForURL(/\/login\?state=/);
  await page.locator("#username").fill(stack.user.email);
  await page.locator("#password").fill("wrong");
  await page.locator("#go").click();
  await expect(page.getByRole("alert")).toHaveText("Wrong email or password.");

  await signInAtTenant(page, stack);
  await page.waitForURL(/id_token=/);
  await attach(page, place);
  const parsed = await call(page, "parseHash");
  expect(parsed.error).toBeNull();
  expect(parsed.result).toMatchObject({ idTokenPayload: { email: stack.user.email } });
  expect(tenant.requests().map(({ path }) => path)).toEqual(
    expect.arrayContaining(["/usernamepassword/login", "/login/callback"]),
  );
  await tenant.close();
});

test("cross-origin verification, answered by the unmodified auth0-js 10.2.1", async ({
  page,
  stack,
}) => {
  const tenant = await startFor(stack, {});
  const place = placeOf(stack, tenant);
  // The cookie beside the ticket does not arrive, as in a browser that blocks it.
  tenant.faults.add({ match: { path: "/co/authenticate" }, fault: "cookie-lost" });
  await openAuth0Js(page, place);
  const { email, password } = stack.user;
  // It answers its caller on failure only.
  void call(page, "login", { username: email, password, realm }).catch(() => {});
  await page.waitForURL(/id_token=/);
  await attach(page, place);
  const parsed = await call(page, "parseHash");
  expect(parsed.result).toMatchObject({ idTokenPayload: { email } });
  expect(tenant.requests().map(({ path }) => path)).toContain("/co/verify");
  await tenant.close();
});

test("popup.passwordlessVerify, which needs a retired endpoint, where that is on", async ({
  page,
  stack,
}) => {
  const tenant = await startFor(stack, { legacyEndpoints: true });
  await openAuth0Js(page, placeOf(stack, tenant));
  const email = newEmail();
  const started = await call(page, "passwordlessStart", {
    connection: "email",
    send: "code",
    email,
  });
  expect(started.error).toBeNull();
  const { code } = await tenant.inbox.wait({ to: email, kind: "code" });
  const verify = (verificationCode: string) =>
    call(page, "popup.passwordlessVerify", {
      type: "code",
      connection: "email",
      scope: "openid email",
      email,
      verificationCode,
    });
  expect((await verify("000000")).error).not.toBeNull();
  expect((await verify(code ?? "")).result).toHaveProperty("idToken");
  await tenant.close();
});
