import type { Page } from "@playwright/test";
import type { SeedUser } from "@portico/tenant";
import type { CallResult } from "../harness/core.js";
import type { Stack } from "../stack/start-stack.js";
import { openCore } from "./core-page.js";
import { expect, newEmail } from "./fixtures.js";

const password = "Long-enough-42";

/** Somebody whose login needs a second factor. */
export async function newUser({ tenant }: Stack, mfa: SeedUser["mfa"]): Promise<string> {
  const email = newEmail();
  const factors = mfa ? { mfa } : { mfaRequired: true };
  await tenant.seed({ clients: [], users: [{ email, password, ...factors }] });
  return email;
}

/** Signs in as far as the challenge, which stays in the page. */
export async function begin(page: Page, stack: Stack, email: string): Promise<CallResult> {
  await openCore(page, stack, { loginVia: "password-realm" });
  return page.evaluate(
    (params) =>
      window.portico.result(async () => {
        const outcome = await window.portico.client?.login(params);
        if (outcome?.kind === "challenge") Object.assign(window, { challenge: outcome.challenge });
        return outcome;
      }),
    { email, password },
  );
}

/** Calls one of the MFA calls for the challenge of the page. */
export function mfa(page: Page, method: string, params: object = {}): Promise<CallResult> {
  return page.evaluate(
    ([name, input]) => {
      const calls = window.portico.client?.mfa as unknown as Record<
        string,
        (challenge: unknown, input: object) => Promise<unknown>
      >;
      return window.portico.result(async () =>
        calls[name]?.(Reflect.get(window, "challenge"), input),
      );
    },
    [method, params] as const,
  );
}

/** The authenticator of this factor, as the tenant lists it. */
export async function factorOf(page: Page, factor: string) {
  const { value } = await mfa(page, "authenticators");
  const found = (value as { id: string; factor: string }[]).find((one) => one.factor === factor);
  if (!found) throw new Error(`The user has no ${factor}.`);
  return found;
}

/** The outcome of a login that came to its end. */
export const signedIn = { kind: "authenticated", session: { user: { sub: expect.any(String) } } };
