import type { Page } from "@playwright/test";
import type { Stack } from "../stack/start-stack.js";

/** What auth0-js gave its callback. */
export interface Answer {
  readonly error:
    | ({ readonly code?: string; readonly description?: string } & Readonly<
        Record<string, unknown>
      >)
    | null;
  readonly result: Readonly<Record<string, unknown>> | null;
}

export type Place = Pick<Stack, "app" | "clientId"> & {
  readonly tenant: { readonly url: string; readonly issuer: string };
};

type Call = (path: string, args: readonly unknown[]) => Promise<Answer>;

/** Opens a page with an instance of the unmodified auth0-js; nothing of the library is changed. */
export async function openAuth0Js(page: Page, place: Place, options: object = {}): Promise<void> {
  await page.goto(`${place.app}/harness/auth0-js.html`);
  await attach(page, place, options);
}

/** Makes the instance on a page that is open, such as the one a redirect came back to. */
export async function attach(
  page: Page,
  { tenant, app, clientId }: Place,
  options: object = {},
): Promise<void> {
  await page.waitForFunction(() => "auth0" in window);
  await page.evaluate(
    (given) => {
      const auth: object = new window.auth0.WebAuth(given);
      window.keepOptions(given);
      const management = (token: string) => {
        const made = new window.auth0.Management({ domain: given.domain, token });
        // Without https its address has to be set; with it, nothing has.
        made.baseOptions.rootUrl = `${given.domain}/api/v2`;
        return made;
      };
      const call: Call = (path, args) =>
        new Promise((resolve, reject) => {
          const [first, ...names] = path.split(".");
          const [token, ...others] = args;
          const start = first === "management" ? management(String(token)) : auth;
          const steps = first === "management" ? names : path.split(".");
          const name = steps.pop() ?? "";
          const receiver = steps.reduce<object>(
            (value, step) => (value as Record<string, object>)[step] ?? {},
            start,
          );
          const method = (receiver as Record<string, unknown>)[name];
          if (typeof method !== "function") return reject(new Error(`No method ${path}.`));
          const answer = (error: unknown, result: unknown) =>
            resolve({ error: error ?? null, result: result ?? null } as Answer);
          return method.call(receiver, ...(first === "management" ? others : args), answer);
        });
      Object.assign(window, { call });
    },
    {
      domain: tenant.url,
      clientID: clientId,
      redirectUri: `${app}/harness/auth0-js.html`,
      responseType: "token id_token",
      scope: "openid profile email",
      overrides: { __token_issuer: tenant.issuer },
      ...options,
    },
  );
}

/** Calls a method by its path, such as `client.userInfo`; `management.x` takes the token first. */
export function call(page: Page, path: string, ...args: unknown[]): Promise<Answer> {
  return page.evaluate(([name, given]) => (window as unknown as { call: Call }).call(name, given), [
    path,
    args,
  ] as const);
}

export const realm = "Username-Password-Authentication";
