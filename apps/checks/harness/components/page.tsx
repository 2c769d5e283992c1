import {
  AuthPanel,
  LinkAccounts,
  Login,
  Mfa,
  Passwordless,
  ResetPassword,
  Signup,
  SocialButtons,
  UserMenu,
} from "@portico/components";
import { Auth0Provider, useSession, useUser, type MfaChallenge } from "@portico/react";
import { StrictMode, useMemo, useState, type ComponentType, type ReactNode } from "react";
import type { Shown } from "./shown.js";

type Props = Readonly<Record<string, unknown>>;

/** Each component, or several as an app puts them together. */
export const apps = {
  AuthPanel,
  Login,
  Passwordless,
  ResetPassword,
  Signup,
  SocialButtons,
  Account,
  Menu,
  Opener,
  SecondFactor,
};

/** The whole app, the same on a server and in a browser. */
export function pageOf({ config, ...shown }: Shown): ReactNode {
  return (
    <StrictMode>
      <Auth0Provider {...config}>
        <Traced {...shown} />
        <SessionLine />
      </Auth0Provider>
    </StrictMode>
  );
}

/** The component, and below it which of its callbacks it has called. */
function Traced({ app, props, traced }: Omit<Shown, "config">) {
  const [calls, setCalls] = useState<readonly string[]>([]);
  const App = apps[app] as ComponentType<Props>;
  const callbacks = useMemo(() => {
    const trace = (name: string, given: readonly unknown[]) =>
      setCalls((earlier) => [...earlier, [name, ...given.map(inWords)].join(" ")]);
    return Object.fromEntries(
      traced.map((name) => [name, (...given: unknown[]) => trace(name, given)]),
    );
  }, [traced]);
  return (
    <>
      <main>
        <App {...props} {...callbacks} />
      </main>
      <ol aria-label="Calls">
        {calls.map((call, index) => (
          <li key={index}>{call}</li>
        ))}
      </ol>
    </>
  );
}

/** A text, or what tells apart sessions, errors and challenges; no token is among it. */
function inWords(given: unknown): string {
  if (typeof given === "string") return given;
  if (typeof given !== "object" || given === null) return "";
  if ("code" in given) return String(given.code);
  return "user" in given ? "session" : "";
}

function SessionLine() {
  const state = useSession();
  const who = state.status === "authenticated" ? state.session.user.email : "";
  return <footer>{[state.status, who].filter(Boolean).join(" ")}</footer>;
}

/** A login whose second factor is asked for in the page. */
function SecondFactor(props: Props) {
  const [challenge, setChallenge] = useState<MfaChallenge>();
  if (!challenge) return <Login {...props} onChallenge={setChallenge} />;
  return <Mfa {...props} challenge={challenge} onStartOver={() => setChallenge(undefined)} />;
}

/** What somebody who is signed in sees. */
function Account({ menu, ...props }: Props) {
  const user = useUser();
  if (!user) return <Login />;
  return (
    <>
      <UserMenu {...(menu as object)} />
      <LinkAccounts {...props} />
    </>
  );
}

/** The top of a page, with the page below it. */
function Menu(props: Props) {
  return (
    <>
      <UserMenu {...props} />
      <p>The rest of the page.</p>
    </>
  );
}

/** A panel in a dialog, and the button that opens it. */
function Opener(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>Open</button>
      <AuthPanel {...props} dialog open={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
