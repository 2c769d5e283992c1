import type { Page } from "@playwright/test";
import { test, expect } from "../e2e/fixtures.js";
import { credentials } from "./auth0-js/sign-in.js";
import { auth0Js, portico } from "./client-use.js";
import { recordSide, succeed, type Call, type ClientUse } from "./operation.js";

interface Login {
  readonly use: ClientUse;
  readonly call: Call;
  /** Whether the same client has signed in before. */
  readonly again?: boolean;
  /** Whether the page has found out before that nobody is signed in, as every page does that starts the client. */
  readonly started?: boolean;
}

test("a login in the page costs what that of auth0-js costs; PKCE adds the exchange of the code and no preflight", async ({
  browser,
  stack,
}) => {
  const cost = async ({ use, call, again = false, started = false }: Login) => {
    const doing = {
      call: () => call,
      ...(started && { before: startAndWaitForKeys }),
      ...(again && { before: (page: Page) => succeed(page, call) }),
    };
    const operation = { title: "login", ours: doing, theirs: doing, exceptions: [] };
    const { requests, preflights } = await recordSide(browser, stack, use, { doing, operation });
    return { requests: requests.length, preflights };
  };
  const theirs: Login = {
    use: auth0Js(stack),
    call: ["popup.loginWithCredentials", credentials(stack)],
  };
  const ours: Login = { use: portico(stack), call: ["login", stack.user] };
  const implicit = { ...ours, use: portico(stack, { responseType: "token id_token" }) };
  const costs = {
    auth0Js: await cost(theirs),
    auth0JsAgain: await cost({ ...theirs, again: true }),
    implicit: await cost(implicit),
    pkce: await cost(ours),
    pkceStarted: await cost({ ...ours, started: true }),
    pkceAgain: await cost({ ...ours, again: true }),
  };
  console.log(`Requests of a login in the page: ${JSON.stringify(costs)}`);
  expect(costs.implicit).toEqual(costs.auth0Js);
  expect(costs.pkce).toEqual({ ...costs.auth0Js, requests: costs.auth0Js.requests + 1 });
  // A started client has the keys by then, so the exchange costs no more than they cost auth0-js.
  expect(costs.pkceStarted).toEqual(costs.auth0Js);
  // auth0-js asks for the keys again, and we do not.
  expect(costs.pkceAgain).toEqual(costs.auth0JsAgain);
});

async function startAndWaitForKeys(page: Page): Promise<void> {
  const keys = page.waitForResponse((response) => response.url().endsWith("/jwks.json"));
  await succeed(page, ["start"]);
  await keys;
}
