import { expect } from "../../e2e/fixtures.js";
import { test } from "../../contract/fixtures.js";
import type { Lab } from "../../contract/lab.js";
import { called, firstAnswer, heardNow, hit, longAfter, openAuth0Js } from "./page.js";

// Each test asserts that auth0-js 10.2.1 still has the fault, by its own means. One that fails means that an upgrade has
// mended it, and that the guard against it in the auth0-js engine may go.

test.use({ trace: "off" });

const secret = "Canary-of-the-pins-42";

test.beforeEach(({ stack }) => stack.tenant.faults.clear());

test("EF-1: an answer that is no JSON makes a description with the password in it", async ({
  openLab,
}) => {
  const lab = await openBare(openLab);
  fault(lab, "/co/authenticate", "html500");
  const { dump } = await lab.call("login", { email: lab.user.email, password: secret });
  expect(dump).toContain(secret);
});

test("EF-2: an empty answer to a login is a success that holds the password", async ({
  openLab,
}) => {
  const lab = await openBare(openLab);
  fault(lab, "/oauth/token", "empty204");
  const { value } = await lab.call("login", {
    email: lab.user.email,
    password: secret,
    via: "password-realm",
  });
  expect(value).toMatchObject({ kind: "authenticated" });
  expect(JSON.stringify(value)).toContain(secret);
});

test("EF-3: an access token that no ID token vouches for is taken, and so is a user who signed in long ago", async ({
  openLab,
}) => {
  const lab = await openBare(openLab);
  await signIn(lab);
  fault(lab, undefined, "token:missing-at-hash");
  expect((await lab.call("checkSession")).value).toMatchObject({ kind: "authenticated" });
  lab.tenant.faults.clear();
  await lab.open();
  fault(lab, undefined, "token:old-auth-time");
  expect(await signIn(lab, { maxAge: 60 })).toMatchObject({ kind: "authenticated" });
});

test("EF-4: a silent login believes any window, and stumbles over a message without a response", async ({
  openLab,
}) => {
  const lab = await openBare(openLab);
  const { page } = lab;
  fault(lab, "/authorize", "wm-silent");
  await lab.attach();
  await called(page, "checkSession", { responseType: "token" });
  const stumbled = page.evaluate(
    () =>
      new Promise((resolve) => {
        const listen = (event: ErrorEvent) => {
          event.preventDefault();
          resolve(event.message);
        };
        window.addEventListener("error", listen, { once: true });
        window.postMessage({ type: "authorization_response" }, "*");
      }),
  );
  expect(await stumbled).toContain("TypeError");
  await page.evaluate(() => {
    const address = new URL(document.querySelector("iframe")?.src ?? "");
    const response = { access_token: "forged", state: address.searchParams.get("state") };
    window.postMessage({ type: "authorization_response", response }, "*");
  });
  expect((await firstAnswer(page))[1]).toMatchObject({ accessToken: "forged" });
});

test("EF-5: a popup that the browser blocks is never told of", async ({ openLab }) => {
  const lab = await openBare(openLab);
  const { page } = lab;
  await page.evaluate(() => {
    window.open = () => null;
  });
  const { threw } = await called(page, "popup.authorize", {
    redirectUri: lab.address,
    domain: lab.tenant.url,
  });
  expect(threw).toBeUndefined();
  await page.clock.fastForward(longAfter);
  expect((await heardNow(page)).answers).toEqual([]);
});

test("EF-6: every login that fails leaves a cookie", async ({ openLab }) => {
  const lab = await openBare(openLab);
  for (let count = 0; count < 3; count += 1) {
    await lab.call("login", { email: lab.user.email, password: "wrong" });
  }
  const cookies = await lab.page.evaluate(() => document.cookie);
  expect(cookies.match(/com\.auth0\.auth\./g)?.length).toBeGreaterThanOrEqual(3);
  await lab.page.context().clearCookies();
});

test("EF-7: a tenant that is silent is waited for without an end", async ({ openLab }) => {
  const lab = await openBare(openLab);
  const id = fault(lab, "/userinfo", "hang");
  await called(lab.page, "client.userInfo", "an access token");
  await hit(lab, id);
  await lab.page.clock.fastForward(longAfter);
  expect((await heardNow(lab.page)).answers).toEqual([]);
});

test("EF-8: it leaves the page without a login ticket, and calls nobody back for `null`", async ({
  openLab,
}) => {
  const lab = await openBare(openLab);
  const { page, user } = lab;
  const credentials = { realm: "Username-Password-Authentication", ...user };
  const id = fault(lab, "/co/authenticate", "null200");
  await page.evaluate(() => {
    window.addEventListener("error", (event) => event.preventDefault());
  });
  await called(page, "login", credentials);
  await hit(lab, id);
  await page.clock.fastForward(longAfter);
  expect((await heardNow(page)).answers).toEqual([]);
  lab.tenant.faults.clear();
  fault(lab, "/co/authenticate", "object200");
  const left = page.waitForRequest((request) => request.url().includes("/authorize?"));
  await called(page, "login", credentials);
  expect(new URL((await left).url()).searchParams.get("login_ticket")).toBeNull();
  await page.waitForURL((url) => url.origin === lab.tenant.url);
  await lab.open();
  await page.context().clearCookies();
});

test("EF-9: keys that cannot be read are told as a forged token", async ({ openLab }) => {
  const lab = await openBare(openLab);
  await signIn(lab);
  fault(lab, "/.well-known/jwks.json", "html500");
  expect(await lab.call("checkSession")).toMatchObject({ code: "invalid_token" });
});

test("EF-10: an address can make it throw", async ({ openLab }) => {
  const lab = await openBare(openLab);
  const hash = "#access_token=a&id_token[]=b&state=c";
  const given = { hash, state: "c", nonce: "d" };
  expect((await called(lab.page, "parseHash", given)).threw).toContain("TypeError");
});

test("EF-11: an app's own exception is told to it as a forged token", async ({ openLab }) => {
  const lab = await openBare(openLab);
  const { page } = lab;
  await lab.leave("login", [lab.user]);
  const told = await page.evaluate(
    () =>
      new Promise<unknown[]>((resolve) => {
        const webAuth: object = Reflect.get(window.contract.client, "webAuth");
        const parse = Reflect.get(webAuth, "parseHash") as (...all: unknown[]) => void;
        const errors: unknown[] = [];
        parse.call(webAuth, { hash: location.hash }, (error: { error?: unknown } | null) => {
          errors.push(error && error.error);
          if (error) resolve(errors);
          else throw new Error("The app has stumbled.");
        });
      }),
  );
  expect(told).toEqual([null, "invalid_token"]);
});

test("EF-12: a description in the address can be an object", async ({ openLab }) => {
  const lab = await openBare(openLab);
  await called(lab.page, "parseHash", { hash: "#error=denied&error_description[a]=b" });
  const [error] = await firstAnswer(lab.page);
  expect(error).toMatchObject({ errorDescription: { a: "b" } });
});

test("EF-13: it writes state and nonce into the caller's options, and sends them again", async ({
  openLab,
}) => {
  const lab = await openBare(openLab);
  const states = await lab.page.evaluate(async () => {
    const webAuth: object = Reflect.get(window.contract.client, "webAuth");
    const start = Reflect.get(webAuth, "passwordlessStart") as (...all: unknown[]) => void;
    const options = { connection: "email", send: "code", email: "twice@example.com" };
    const seen: unknown[] = [];
    for (let count = 0; count < 2; count += 1) {
      await new Promise((resolve) => {
        start.call(webAuth, options, resolve);
      });
      const { authParams } = options as { authParams?: { state?: unknown } };
      seen.push(authParams?.state);
    }
    return seen;
  });
  expect(states[0]).toEqual(expect.any(String));
  expect(states[1]).toBe(states[0]);
  await lab.page.context().clearCookies();
});

test("EF-14: what it does not know goes into the address, and so does the code", async ({
  openLab,
}) => {
  const lab = await openBare(openLab);
  const addresses = await lab.page.evaluate((password) => {
    const webAuth: object = Reflect.get(window.contract.client, "webAuth");
    const write = (owner: object, name: string, given: object) =>
      String((Reflect.get(owner, name) as (all: object) => unknown).call(owner, given));
    const client = Reflect.get(webAuth, "client") as { passwordless: object };
    const common = { connection: "email", state: "s", nonce: "n" };
    const answer = { ...common, email: "a@b.example", verificationCode: password };
    return [
      write(client, "buildAuthorizeUrl", { ...common, password }),
      write(client.passwordless, "buildVerifyUrl", answer),
    ];
  }, secret);
  expect(addresses).toEqual([expect.stringContaining(secret), expect.stringContaining(secret)]);
});

test("EF-15: the id of a user can name another resource", async ({ openLab }) => {
  const lab = await openBare(openLab);
  await lab.call("adopt", { accessToken: "another token" });
  await lab.call("linkUser", { userId: "x/../../clients#", secondary: "a token" });
  const paths = lab.tenant.requests().map(({ path }) => path);
  expect(paths.at(-1)).toBe("/api/v2/clients");
});

test("EF-16: on the tenant's host it keeps no state, and would write the answer into the page", async ({
  openLab,
}) => {
  const lab = await openBare(openLab);
  const { page } = lab;
  const sent = page.waitForRequest("**/usernamepassword/login");
  await page.evaluate((password) => {
    const another = Reflect.get(window.contract.client, "another") as (more: object) => object;
    const webAuth = another({ domain: location.host });
    const login = Reflect.get(webAuth, "login") as (...all: unknown[]) => void;
    login.call(webAuth, { realm: "a", username: "b", password }, () => {});
  }, secret);
  expect((await sent).postData()).toContain(secret);
  expect(await page.evaluate(() => document.cookie)).not.toContain("com.auth0.auth.");
});

test("EF-17: a word of the answer decides which host a script comes from", async ({ openLab }) => {
  const lab = await openBare(openLab);
  const { page } = lab;
  // The answer is the attack: no tenant of ours would give it.
  await page.route("**/usernamepassword/challenge", (route) =>
    route.fulfill({
      headers: { "access-control-allow-origin": lab.app },
      json: {
        required: true,
        provider: "arkose",
        siteKey: "key",
        clientSubdomain: "elsewhere.example/script.js?",
      },
    }),
  );
  await page.route("https://elsewhere.example/**", (route) =>
    route.fulfill({ contentType: "text/javascript", body: "" }),
  );
  const script = page.waitForRequest("https://elsewhere.example/**");
  await page.evaluate(() => {
    const webAuth: object = Reflect.get(window.contract.client, "another").call(undefined, {
      state: "a state",
    });
    const render = Reflect.get(webAuth, "renderCaptcha") as (...all: unknown[]) => void;
    const place = document.body.appendChild(document.createElement("div"));
    render.call(webAuth, place, {}, () => {});
  });
  expect(new URL((await script).url()).hostname).toBe("elsewhere.example");
});

test("EF-18: it can be told to send a registration again", async ({ openLab }) => {
  const lab = await openBare(openLab);
  const { page } = lab;
  fault(lab, "/dbconnections/signup", "json500");
  lab.tenant.clearRequests();
  await page.evaluate(async (password) => {
    const another = Reflect.get(window.contract.client, "another") as (more: object) => object;
    const webAuth = another({ _timesToRetryFailedRequests: 2 });
    const signup = Reflect.get(webAuth, "signup") as (...all: unknown[]) => void;
    await new Promise((resolve) => {
      signup.call(webAuth, { connection: "a", email: "b@c.example", password }, resolve);
    });
  }, secret);
  const posts = lab.tenant.requests().filter(({ preflight }) => !preflight);
  expect(posts.map(({ path }) => path)).toEqual(Array(3).fill("/dbconnections/signup"));
});

type OpenLab = (engine: "bare", one: object) => Promise<Lab>;

async function openBare(openLab: OpenLab): Promise<Lab> {
  const lab = await openLab("bare", {});
  await openAuth0Js(lab);
  return lab;
}

function fault(lab: Lab, path: string | undefined, kind: Fault): string {
  const match = path ? { path } : {};
  return lab.tenant.faults.add({ match, times: "always", fault: kind }).id;
}

type Fault = Parameters<Lab["tenant"]["faults"]["add"]>[0]["fault"];

/** By redirect, as auth0-js signs in; what the callback gave. */
async function signIn(lab: Lab, more: object = {}): Promise<unknown> {
  await lab.leave("login", [{ ...lab.user, ...more }]);
  return (await lab.call("start")).value;
}
