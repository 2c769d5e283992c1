import { expect, test } from "../../e2e/fixtures.js";
import type { Stack } from "../../stack/start-stack.js";
import { differences, unexplained } from "../compare.js";
import { recordSide, wirePage, type ClientUse } from "../operation.js";
import { operations } from "./operations.js";

test.describe("code with PKCE asks what the unmodified @auth0/auth0-spa-js 2.27.0 asks", () => {
  for (const operation of operations) {
    test(operation.title, async ({ browser, stack }) => {
      const { ours, theirs } = operation;
      const mine = await recordSide(browser, stack, portico(stack), { doing: ours, operation });
      const other = await recordSide(browser, stack, spaJs(stack), { doing: theirs, operation });
      expect(other.requests).not.toEqual([]);
      const left = unexplained(differences(mine, other), operation.exceptions);
      expect(left).toEqual({ differences: [], exceptions: [] });
    });
  }
});

function portico({ tenant, clientId, ...stack }: Stack): ClientUse {
  const redirectUri = wirePage(stack);
  return { client: "portico", options: { domain: tenant.url, clientId, redirectUri } };
}

function spaJs({ tenant, clientId, ...stack }: Stack): ClientUse {
  const authorizationParams = { redirect_uri: wirePage(stack) };
  return { client: "auth0SpaJs", options: { domain: tenant.url, clientId, authorizationParams } };
}
