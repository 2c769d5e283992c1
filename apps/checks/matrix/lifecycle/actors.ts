import type { Shown } from "../../harness/components/shown.js";
import { expect, newEmail, newUser, password, type More } from "../../e2e/component-page.js";
import { untilKnown, type Stage } from "./stage.js";

/** Somebody in the middle of something: all is typed, and nothing was sent yet. */
export interface Scene {
  /** Where what they send goes to. */
  readonly path: RegExp;
  /** The button that sends it. */
  readonly button: string;
  /** The field that they type into last; where there is none, the button has the focus. */
  readonly last?: string;
  /** What they have typed that nobody else may read. */
  readonly secrets: readonly string[];
  /** Types again what was emptied. */
  readonly retype: (stage: Stage) => Promise<void>;
  /** Waits until all has gone well. */
  readonly done: (stage: Stage) => Promise<void>;
  /** Who is signed in then. */
  readonly email: string;
}

/** A component, and the reader who uses it. */
export interface Actor {
  readonly id: "Login" | "Signup" | "Passwordless" | "LinkAccounts";
  readonly app: Shown["app"];
  readonly more: More;
  /** Goes to where it can be sent, in a page that shows the component; from the start, also where it was begun before. */
  readonly enter: (stage: Stage, before?: Scene) => Promise<Scene>;
  /** The same at a step with a field of text, where the usual one has none. */
  readonly type?: (stage: Stage) => Promise<Scene>;
  /** What makes its sign-in leave the page and come back. */
  readonly leaving: More;
  /** Whether a server renders its first step, to be filled in before it can be sent. */
  readonly firstStep?: (stage: Stage) => Promise<Scene>;
}

const signIn = async (stage: Stage, email: string): Promise<Scene> => {
  const credentials = { "E-mail": email, Password: password };
  await stage.fill(credentials);
  return {
    path: /^\/co\/authenticate$/,
    button: "Sign in",
    last: "Password",
    secrets: [password],
    retype: (later) => later.fill(credentials),
    done: (later) => untilKnown(later, email),
    email,
  };
};

/** The address that a code goes to. */
const address = async (
  stage: Stage,
  email: string,
  done: (later: Stage) => Promise<void>,
): Promise<Scene> => {
  await stage.fill({ "E-mail": email });
  return {
    path: /^\/passwordless\/start$/,
    button: "Send code",
    last: "E-mail",
    secrets: [],
    retype: (later) => later.fill({ "E-mail": email }),
    done,
    email,
  };
};

const untilAsked = (stage: Stage) => expect(stage.field("Code")).toBeVisible();

const login: Actor = {
  id: "Login",
  app: "Login",
  more: {},
  enter: async (stage, before) => signIn(stage, before?.email ?? (await newUser(stage.site))),
  leaving: { config: { loginVia: "redirect" } },
  firstStep: (stage) => login.enter(stage),
};

const signup: Actor = {
  id: "Signup",
  app: "Signup",
  more: { props: { signIn: true } },
  async enter(stage) {
    const email = newEmail();
    const scene = await signIn(stage, email);
    return { ...scene, path: /^\/dbconnections\/signup$/, button: "Create account" };
  },
  leaving: { props: { signIn: true }, config: { loginVia: "redirect" } },
  firstStep: (stage) => signup.enter(stage),
};

const byCode = { codeLength: 0 };

const passwordless: Actor = {
  id: "Passwordless",
  app: "Passwordless",
  more: { props: byCode },
  async enter(stage, before) {
    const email = before?.email ?? newEmail();
    if (!before) {
      await stage.fill({ "E-mail": email });
      await stage.button("Send code").click();
    }
    await untilAsked(stage);
    const { code = "" } = await stage.site.tenant.inbox.wait({ to: email });
    const retype = (later: Stage) => later.fill({ Code: code });
    await retype(stage);
    return {
      path: /^\/co\/authenticate$/,
      button: "Sign in",
      last: "Code",
      secrets: [code],
      retype,
      done: (later) => untilKnown(later, email),
      email,
    };
  },
  type: (stage) => address(stage, newEmail(), untilAsked),
  leaving: { props: { ...byCode, via: "redirect" } },
  firstStep: (stage) => address(stage, newEmail(), untilAsked),
};

const account = { props: { passwordless: "email" }, traced: ["onLinked"] } as const;

const linkAccounts: Actor = {
  id: "LinkAccounts",
  app: "Account",
  more: account,
  async enter(stage, before) {
    const email = before?.email ?? (await arrive(stage));
    const { code, secrets } = await toCode(stage);
    await stage.fill({ Code: code });
    const again = () => stage.button("Link accounts").waitFor();
    await again();
    return {
      path: /^\/api\/v2\/users\/[^/]+\/identities$/,
      button: "Link accounts",
      secrets,
      retype: async () => {},
      done: async (later) => {
        await expect(later.root.getByRole("list", { name: "Calls" })).toContainText("onLinked");
        await untilKnown(later, email);
      },
      email,
    };
  },
  async type(stage) {
    const email = await arrive(stage);
    await stage.button("Link an e-mail address").click();
    return { ...(await address(stage, newEmail(), untilAsked)), email };
  },
  leaving: { ...account, config: { loginVia: "redirect" } },
};

/** Signs in, in the page itself. */
async function arrive(stage: Stage): Promise<string> {
  const email = await newUser(stage.site);
  await signIn(stage, email);
  await stage.button("Sign in").click();
  await untilKnown(stage, email);
  return email;
}

async function toCode(stage: Stage): Promise<{ code: string; secrets: string[] }> {
  const other = newEmail();
  await stage.button("Link an e-mail address").click();
  await stage.fill({ "E-mail": other });
  await stage.button("Send code").click();
  await untilAsked(stage);
  const { code = "" } = await stage.site.tenant.inbox.wait({ to: other });
  return { code, secrets: [password, code] };
}

export const actors: readonly Actor[] = [login, signup, passwordless, linkAccounts];
