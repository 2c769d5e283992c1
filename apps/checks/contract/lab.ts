import type { Page } from "@playwright/test";
import type { AuthConfig, SessionState } from "@portico/core";
import type { RunningTenant } from "@portico/tenant";
import type { CalledName, Ended, FakeScript, Watched } from "../harness/contract.js";
import type { Stack } from "../stack/start-stack.js";
import type { Secrets } from "./secrets.js";

/** One page with one client on one engine, and the tenant behind it. */
export interface Lab {
  readonly engine: CalledName;
  readonly tenant: RunningTenant;
  readonly page: Page;
  /** The address of the page, where redirects come back to. */
  readonly address: string;
  readonly app: string;
  /** Somebody who is registered. */
  readonly user: { readonly email: string; readonly password: string };
  readonly secrets: Secrets;
  /** Loads the page anew, with a client of its own that has not been started. */
  open(more?: Partial<AuthConfig>): Promise<void>;
  /** A client in the page that is there. */
  attach(more?: Partial<AuthConfig>): Promise<void>;
  /** Calls the client: `login`, `passwordless.start`… */
  call(method: string, ...args: readonly unknown[]): Promise<Ended>;
  /** Begins a call that may never end; `look` tells how it stands. */
  begin(method: string, ...args: readonly unknown[]): Promise<void>;
  look(): Promise<Watched>;
  /** The same, and `{ kept: "name.path" }` gives what it resolved to later calls. */
  keep(name: string, method: string, ...args: readonly unknown[]): Promise<Ended>;
  /** Signs the user in, and insists on it. */
  signIn(params?: object): Promise<void>;
  /**
   * A call that leaves the page: `atTenant` plays the user there, and the page that the browser comes back to
   * has a client of its own. Gives the failure if the call never left.
   */
  leave(
    method: string,
    args?: readonly unknown[],
    atTenant?: () => Promise<void>,
  ): Promise<Ended | undefined>;
  /** A call that opens a window, in which `atTenant` plays the user. */
  popup(method: string, params: object, atTenant: (popup: Page) => Promise<void>): Promise<Ended>;
  /** Loads the page with this behind its address, and a client that has not been started. */
  arrive(suffix: string, more?: Partial<AuthConfig>): Promise<void>;
  /** Types the user's credentials into the tenant's page. */
  typeCredentials(page?: Page): Promise<void>;
  session(): Promise<SessionState>;
}

/** What a lab is made of. */
export interface LabParts {
  readonly engine: CalledName;
  readonly script: FakeScript;
  readonly page: Page;
  readonly stack: Stack;
  readonly secrets: Secrets;
  readonly config: Partial<AuthConfig>;
}

/** Not as long as those of the field: no case waits for one that is not about it. */
const deadlines = { request: 8000, silent: 8000, keys: 8000, popup: 12_000 };

export function createLab({ engine, script, page, stack, secrets, config }: LabParts): Lab {
  const { tenant, app, user, clientId } = stack;
  const address = `${app}/harness/contract.html`;
  secrets.add(user.password);

  const lab: Lab = {
    engine,
    tenant,
    page,
    address,
    app,
    user,
    secrets,
    async open(more) {
      await page.goto(address);
      await lab.attach(more);
    },
    async attach(more) {
      const whole = {
        domain: tenant.url,
        clientId,
        redirectUri: address,
        popupRedirectUri: `${app}/harness/core-popup.html`,
        deadlines,
        ...config,
        ...more,
      };
      await page.evaluate(([given, name, ends]) => window.contract.open(given, name, ends), [
        whole,
        engine,
        script,
      ] as const);
    },
    call: (method, ...args) => run(undefined, method, args),
    async begin(method, ...args) {
      secrets.addFrom(args);
      await page.evaluate(([name, given]) => window.contract.begin(name, given), [
        method,
        args,
      ] as const);
    },
    look: () => page.evaluate(() => window.contract.look()),
    keep: (name, method, ...args) => run(name, method, args),
    async signIn(params = user) {
      const { value } = await lab.call("login", params);
      if ((value as { kind?: string } | undefined)?.kind === "authenticated") return;
      throw new Error(
        `The case needs somebody who is signed in, and the login ended as ${JSON.stringify(value)}.`,
      );
    },
    async leave(method, args = [], atTenant) {
      // The page may be gone before the call has answered.
      const failed = lab.call(method, ...args).then(
        (ended) => (ended.code || ended.mistake ? ended : new Promise<never>(() => {})),
        () => new Promise<never>(() => {}),
      );
      const back = (async () => {
        // The engine without a network comes back by itself.
        if (engine !== "fake") await atTenant?.();
        await page.waitForURL(
          ({ href }) => href.startsWith(address) && /[?#&](code|error|id_token)=/.test(href),
        );
      })();
      const ended = await Promise.race([failed, back]);
      if (ended) {
        back.catch(() => {});
        return ended;
      }
      await lab.attach();
      return undefined;
    },
    async popup(method, params, atTenant) {
      const opened = page.waitForEvent("popup");
      const ended = lab.call(method, params);
      const popup = await Promise.race([opened, ended.then(() => undefined)]);
      opened.catch(() => {});
      if (popup && engine !== "fake") await atTenant(popup);
      return ended;
    },
    async arrive(suffix, more) {
      // The same document would only change its fragment.
      await page.goto("about:blank");
      await page.goto(address + suffix);
      await lab.attach(more);
    },
    async typeCredentials(at = page) {
      await at.locator("#username").fill(user.email);
      await at.locator("#password").fill(user.password);
      await at.locator("#go").click();
    },
    session: () => page.evaluate(() => window.contract.client.session.get()),
  };
  return lab;

  function run(
    keepAs: string | undefined,
    method: string,
    args: readonly unknown[],
  ): Promise<Ended> {
    secrets.addFrom(args);
    return page.evaluate(([name, given, as]) => window.contract.call(name, given, as), [
      method,
      args,
      keepAs,
    ] as const);
  }
}
