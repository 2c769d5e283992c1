import { expect } from "../../e2e/fixtures.js";
import { pathsAsked, startOrFail, type Given, type Proof } from "./given.js";
import { interleaved } from "./interleaved.js";
import type { ClientCve } from "./pack.js";

type ChannelCve = Extract<
  ClientCve,
  "CVE-2017-17068" | "CVE-2018-6874" | "CVE-2018-7307" | "CVE-2026-107369" | "CVE-2026-40155"
>;

/** How a response comes, and who gets it. */
export const channelProofs: Readonly<Record<ChannelCve, Proof>> = {
  async "CVE-2017-17068"(given) {
    await given.lab.signIn();
    for (const responseType of ["code", "token id_token", "token"]) {
      expect(await heardByStranger(given, responseType), responseType).toEqual([]);
    }
  },

  async "CVE-2018-6874"(given) {
    const { lab, page, context, stack } = given;
    const states: (string | null)[] = [];
    context.on("request", (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname === "/authorize") states.push(searchParams.get("state"));
    });
    await lab.signIn();
    await lab.call("checkSession");
    await lab.popup("loginWithPopup", {}, async () => {});
    await lab.leave("login", [{ ...lab.user, via: "redirect" }]);
    await lab.call("start");
    expect(states.length).toBeGreaterThan(3);
    for (const state of states) expect(state).toMatch(/^[\w.-]{32,}$/);
    expect(new Set(states).size).toBe(states.length);
    expect(pathsAsked(given)).not.toContain("/usernamepassword/login");
    // A page in the place of the answer is not shown, and no form of it is sent.
    await lab.open();
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    for (const path of ["/co/authenticate", "/oauth/token"]) {
      await lab.attach();
      stack.tenant.faults.add({ match: { path }, fault: "html200" });
      expect((await lab.call("login", lab.user)).code).toBe("invalid_response");
      expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
      expect(page.url()).toBe(lab.address);
    }
  },

  async "CVE-2018-7307"(given) {
    const { lab, stack } = given;
    for (const state of ["", "&state=", "&state=never-made", "&state[]=x", "&state=a&state=b"]) {
      for (const response of ["?code=abc", "#access_token=a.b.c&token_type=Bearer&expires_in=60"]) {
        await lab.arrive(response + state, { checkSessionOnStart: false });
        stack.tenant.clearRequests();
        const ended = await startOrFail(lab);
        expect(Object(ended.value), response + state).not.toMatchObject({ kind: "authenticated" });
        expect(await lab.session()).not.toMatchObject({ status: "authenticated" });
        expect(pathsAsked(given)).not.toContain("/oauth/token");
      }
    }
    await lab.open();
    await lab.signIn();
    await ofAnotherTab(given);
    await lab.signIn();
    await withoutStateInFrame(given);
  },

  async "CVE-2026-107369"({ lab }) {
    const hostile = [
      "//evil.example",
      "/\\evil.example",
      "\\\\evil.example",
      "\t//evil.example",
      "/\t/evil.example",
      "/\n/evil.example",
      "javascript:alert(1)",
      "data:text/html,x",
      "https://evil.example",
      "https:evil.example",
      "///evil.example",
      "/.//evil.example",
      "/%2e//evil.example",
      "/a/..//evil.example",
      "https://localhost@evil.example",
      "//user:password@localhost",
      "blob:https://evil.example/x",
    ];
    for (const returnTo of hostile) {
      await lab.open();
      await lab.leave("login", [{ ...lab.user, via: "redirect", appState: { returnTo } }]);
      expect((await lab.call("start")).value).toMatchObject({ kind: "authenticated" });
      const { origin, href } = new URL(lab.page.url());
      expect(origin, returnTo).toBe(lab.app);
      expect(href, returnTo).not.toContain("evil.example");
    }
  },

  "CVE-2026-40155": interleaved,
};

/** A page of another origin opens the tenant for the response to come to our popup's page. What it hears. */
async function heardByStranger(
  { context, stack }: Given,
  responseType: string,
): Promise<unknown[]> {
  const stranger = await context.newPage();
  await stranger.goto(`${stack.appElsewhere}/harness/index.html`);
  const url = new URL(`${stack.tenant.url}/authorize`);
  url.search = new URLSearchParams({
    client_id: stack.clientId,
    redirect_uri: `${stack.app}/harness/core-popup.html`,
    response_type: responseType,
    scope: "openid profile email",
    state: "popup.of-a-stranger",
    nonce: "of-a-stranger",
  }).toString();
  const opened = stranger.waitForEvent("popup");
  await stranger.evaluate((address) => {
    const heard: unknown[] = [];
    window.addEventListener("message", ({ data }) => heard.push(data));
    const victim = window.open(address);
    // What auth0-js and winchan ask the window that they have opened.
    const questions = [{ a: "request", d: {} }, { type: "authorization_request" }, "getResponse"];
    const timer = setInterval(() => {
      for (const question of questions) victim?.postMessage(question, "*");
    }, 5);
    Object.assign(window, { heard, timer });
  }, url.href);
  const popup = await opened;
  if (!popup.isClosed()) await popup.waitForEvent("close");
  const heard = await stranger.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
  await stranger.close();
  return heard;
}

/** Another tab's response, as by a link that somebody sends. */
async function ofAnotherTab({ lab, context, stack }: Given): Promise<void> {
  await lab.open();
  const { value } = await lab.call("buildAuthorizeUrl");
  const page = await context.newPage();
  await page.goto(String(value));
  await page.waitForURL(/code=/);
  // Nobody but the response could tell who it is.
  stack.tenant.endSessions();
  stack.tenant.clearRequests();
  const tab = await context.newPage();
  const { search } = new URL(page.url());
  await tab.goto(`${lab.address}${search}`);
  const status = await tab.evaluate(
    async (config) => {
      await window.contract.open(config, "portico", {});
      await window.contract.client.start();
      return window.contract.client.session.get().status;
    },
    {
      domain: stack.tenant.url,
      clientId: stack.clientId,
      redirectUri: lab.address,
      checkSessionOnStart: false,
    },
  );
  expect(status).toBe("anonymous");
  expect(stack.tenant.requests().map(({ path }) => path)).not.toContain("/oauth/token");
  await tab.close();
  await page.close();
}

async function withoutStateInFrame({ lab, stack }: Given): Promise<void> {
  for (const fault of ["wm-no-state", "wm-wrong-state"] as const) {
    await lab.open({ deadlines: { silent: 500 } });
    stack.tenant.faults.add({ match: { path: "/authorize" }, fault });
    expect((await lab.call("checkSession")).code).toBe("timeout");
    expect(await lab.session()).not.toMatchObject({ status: "authenticated" });
  }
}
