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
import { authentication, auth0Js, portico } from "../client-use.js";
import { recordSide } from "../operation.js";

const clientOperations = [
  ...signInOperations,
  ...tenantPageOperations,
  ...accountOperations,
  ...passwordlessOperations,
  ...sessionOperations,
  ...managementOperations,
];

for (const { who, client, operations } of [
  { who: "the implicit grant", client: implicit, operations: clientOperations },
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

function implicit(stack: Stack) {
  return portico(stack, { responseType: "token id_token" });
}
