import type { AuthConfig } from "@portico/core";
import type { Lab } from "../../contract/lab.js";
import type { CalledName, Ended } from "../../harness/contract.js";
import { linkingScope, managementOf, type Primary } from "./primary.js";
import type { EntryPoint, TokenRow } from "./token-row.js";

/** One way for a token to reach the app, by calls that each of the engines has. */
export interface Entry {
  readonly id: EntryPoint;
  readonly config: Partial<AuthConfig>;
  /** Goes to where the token arrives, and gives how the call ended that it arrived at. */
  run(visit: Visit): Promise<Ended | undefined>;
}

/** What an entry point has at hand. */
export interface Visit {
  readonly lab: Lab;
  readonly row: TokenRow;
  readonly config: Partial<AuthConfig>;
  readonly primary: Primary;
  /** From here on the tenant issues the token of the row. */
  arm(): Promise<void>;
  /** A call that may never end; undefined if it did not. */
  settle(method: string, ...args: readonly unknown[]): Promise<Ended | undefined>;
}

const frontChannel = { responseType: "token id_token" } as const;

export const entries: readonly Entry[] = [
  {
    id: "redirect",
    // By a code, as it is unless an app asks for something else.
    config: {},
    async run({ lab, row: { maxAge }, config, arm, settle }) {
      const { page, address, engine } = lab;
      // auth0-js gets its token from /authorize itself.
      if (engine === "bare") await arm();
      const method = engine === "bare" ? "authorize" : "loginWithConnection";
      // The page may be gone before the call has answered.
      void lab.call(method, { maxAge }).catch(() => {});
      await page.waitForURL(
        ({ href }) => href.startsWith(address) && /[?#&](code|error|id_token)=/.test(href),
      );
      await lab.attach(config);
      if (engine !== "bare") await arm();
      return arrived(await settle("start"));
    },
  },
  {
    id: "popup",
    config: frontChannel,
    async run({ row: { maxAge }, arm, settle }) {
      await arm();
      return settle("loginWithPopup", { maxAge });
    },
  },
  {
    id: "silent",
    config: frontChannel,
    async run({ row: { maxAge }, arm, settle }) {
      await arm();
      return settle("checkSession", { maxAge });
    },
  },
  {
    id: "token endpoint",
    config: {},
    async run({ lab, arm, settle }) {
      await arm();
      return settle("login", { ...lab.user, via: "password-realm" });
    },
  },
  {
    id: "linking",
    config: {},
    run: (visit) => (visit.lab.engine === "bare" ? linkBare(visit) : link(visit)),
  },
];

/** How a visit of the callback page ended. */
function arrived(ended: Ended | undefined): Ended | undefined {
  const { error } = Object(ended?.value) as { error?: Partial<Ended> };
  return error ? { ...error, dump: JSON.stringify(ended?.value) } : ended;
}

/** The token is that of the other account, whose owner has a session at the tenant in this browser. */
async function link({ lab, row, primary, arm, settle }: Visit): Promise<Ended | undefined> {
  if (isPrimaryIn(row)) {
    const { email, password } = primary;
    const audience = managementOf(lab);
    await lab.signIn({ email, password, via: "password-realm", audience, scope: linkingScope });
  }
  await arm();
  const [proven] = await Promise.all([
    lab.keep("proven", "proveIdentity"),
    lab.page.waitForEvent("popup"),
  ]);
  if (proven.code || proven.mistake) return proven;
  return settle("linkIdentity", { kept: "proven" });
}

/** Who trusts no key of the tenant has nobody signed in. */
export function isPrimaryIn({ keys, at }: TokenRow): boolean {
  return !keys || at.linking === "accepted";
}

/** As the documentation of auth0-js has it: the ID token of a second sign-in goes to the Management API. */
async function linkBare({ lab, primary, arm, settle }: Visit): Promise<Ended | undefined> {
  await arm();
  const ended = await settle("checkSession", { maxAge: 0 });
  if (!ended || ended.code || ended.mistake) return ended;
  const { tokens } = ended.value as { tokens?: { idToken?: string } };
  const { userId, accessToken } = primary;
  await lab.call("adopt", { accessToken });
  return settle("linkUser", { userId, secondary: tokens?.idToken });
}

/** What decides how the token of an engine is judged: auth0-js takes all but one of them from the address or a message. */
export function columnOf(engine: CalledName, { id }: Entry): EntryPoint {
  return engine === "bare" && id !== "token endpoint" ? "popup" : id;
}
