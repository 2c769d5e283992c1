import { test, expect } from "../e2e/fixtures.js";
import { credentials } from "./auth0-js/sign-in.js";
import { auth0Js, portico } from "./client-use.js";
import { recordSide, succeed, type Call, type ClientUse } from "./operation.js";

interface Login {
  readonly use: ClientUse;
  readonly call: Call;
  /** Whether the same client has signed in before. */
  readonly again?: boolean;
}

test("a login in the page costs what that of auth0-js costs; PKCE adds the exchange of the code and no preflight", async ({
  browser,
  stack,
}) => {
  const cost = async ({ use, call, again = false }: Login) => {
    const doing = {
      call: () => call,
      ...(again && { before: (page: Parameters<typeof succeed>[0]) => succeed(page, call) }),
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
    pkceAgain: await cost({ ...ours, again: true }),
  };
  console.log(`Requests of a login in the page: ${JSON.stringify(costs)}`);
  expect(costs.implicit).toEqual(costs.auth0Js);
  expect(costs.pkce).toEqual({ ...costs.auth0Js, requests: costs.auth0Js.requests + 1 });
  // auth0-js asks for the keys again, and we do not.
  expect(costs.pkceAgain).toEqual(costs.auth0JsAgain);
});
