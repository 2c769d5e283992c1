import { expect, test } from "../../e2e/fixtures.js";
import { differences, unexplained } from "../compare.js";
import { authentication, auth0SpaJs, portico } from "../client-use.js";
import { recordSide } from "../operation.js";
import { authenticationOperations, clientOperations } from "./operations.js";

for (const { who, client, operations } of [
  { who: "code with PKCE", client: portico, operations: clientOperations },
  { who: "AuthenticationClient", client: authentication, operations: authenticationOperations },
]) {
  test.describe(`${who} asks what the unmodified @auth0/auth0-spa-js 2.27.0 asks`, () => {
    for (const operation of operations) {
      test(operation.title, async ({ browser, stack }) => {
        const { ours, theirs } = operation;
        const mine = await recordSide(browser, stack, client(stack), { doing: ours, operation });
        const other = await recordSide(browser, stack, auth0SpaJs(stack), {
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
