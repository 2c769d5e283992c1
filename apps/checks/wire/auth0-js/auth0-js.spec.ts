import { expect, test } from "../../e2e/fixtures.js";
import type { Stack } from "../../stack/start-stack.js";
import { differences, unexplained } from "../compare.js";
import { accountOperations } from "./accounts.js";
import { authenticationOperations } from "./authentication.js";
import { managementOperations } from "./management.js";
import { passwordlessOperations } from "./passwordless.js";
import { sessionOperations } from "./session.js";
import { signInOperations } from "./sign-in.js";
import { tenantPageOperations } from "./tenant-pages.js";
import { recordSide, wirePage, type ClientUse } from "../operation.js";

const clientOperations = [
  ...signInOperations,
  ...tenantPageOperations,
  ...accountOperations,
  ...passwordlessOperations,
  ...sessionOperations,
  ...managementOperations,
];

for (const { who, client, operations } of [
  { who: "the implicit grant", client: portico, operations: clientOperations },
  { who: "AuthenticationClient", client: authentication, operations: authenticationOperations },
]) {
  test.describe(`${who} asks what the unmodified auth0-js 10.2.1 asks`, () => {
    for (const operation of operations) {
      test(operation.title, async ({ browser, stack }) => {
        const { ours, theirs } = operation;
        const mine = await recordSide(browser, stack, client(stack), { doing: ours, operation });
        const other = await recordSide(browser, stack, auth0Js(stack), {
          doing: theirs,
          operation,
        });
        expect(other.requests).not.toEqual([]);
        const left = unexplained(differences(mine, other), operation.exceptions);
        expect(left).toEqual({ differences: [], exceptions: [] });
      });
    }
  });
}

function portico(stack: Stack): ClientUse {
  return {
    client: "portico",
    options: {
      domain: stack.tenant.url,
      clientId: stack.clientId,
      redirectUri: wirePage(stack),
      responseType: "token id_token",
    },
  };
}

function authentication({ tenant, clientId }: Stack): ClientUse {
  return { client: "authentication", options: { domain: tenant.url, clientId } };
}

function auth0Js(stack: Stack): ClientUse {
  return {
    client: "auth0Js",
    options: {
      domain: stack.tenant.url,
      clientID: stack.clientId,
      redirectUri: wirePage(stack),
      responseType: "token id_token",
      scope: "openid profile email",
      overrides: { __token_issuer: stack.tenant.issuer },
    },
  };
}
