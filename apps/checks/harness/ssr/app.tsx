import {
  Auth0Provider,
  RequireAuth,
  SessionGate,
  useCountdown,
  useLastSignIn,
  useLogin,
  usePasswordless,
  useProfile,
  useSession,
  useUser,
  type AuthConfig,
  type SessionState,
} from "@portico/react";
import {
  lazy,
  StrictMode,
  Suspense,
  type ComponentType,
  type ReactNode,
  type SubmitEvent,
} from "react";

/** What the server tells the page; it travels in the page. */
export interface Input {
  readonly path: string;
  readonly config: AuthConfig;
  readonly initialState?: SessionState | undefined;
  /** Milliseconds since 1970, by the server's clock. */
  readonly resendAt: number;
}

export type LatePart = Promise<{ readonly default: ComponentType }>;

/** The whole page, the same on the server and in the browser; `late` is the part that the server sends afterwards. */
export function pageOf(input: Input, late: () => LatePart): ReactNode {
  const Late = lazy(late);
  return (
    <StrictMode>
      <html lang="en" data-input={JSON.stringify(input)}>
        <head>
          <meta charSet="utf-8" />
          <title>Rendered on a server</title>
          <link rel="icon" href="data:," />
        </head>
        <body>
          <Auth0Provider {...input.config} initialState={input.initialState}>
            <main>
              <Screen path={input.path} />
              <Facts resendAt={input.resendAt} />
              <Suspense fallback={<p>More is on its way.</p>}>
                <Late />
              </Suspense>
            </main>
          </Auth0Provider>
        </body>
      </html>
    </StrictMode>
  );
}

function Screen({ path }: { readonly path: string }) {
  if (path === "/members") {
    return (
      <RequireAuth fallback={<p>For members only</p>}>
        <p>Members</p>
      </RequireAuth>
    );
  }
  const forms = (
    <>
      <PasswordForm />
      <CodeForm />
    </>
  );
  return (
    <SessionGate fallback={<p>One moment</p>} anonymous={forms}>
      {({ user }) => (
        <>
          <p>Hello {user.name ?? user.email}</p>
          <Account />
        </>
      )}
    </SessionGate>
  );
}

function Account() {
  const { status } = useProfile();
  return <output aria-label="Profile">{status}</output>;
}

function PasswordForm() {
  const { state, login } = useLogin();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    void login({ email: typedIn(form, "email"), password: typedIn(form, "password") });
  };
  return (
    <form method="post" onSubmit={submit}>
      <label>
        E-mail <input name="email" type="email" autoComplete="username" required />
      </label>
      <label>
        Password <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <button disabled={state.status === "pending"}>Sign in</button>
      {state.status === "failed" && <p role="alert">{state.error.code}</p>}
    </form>
  );
}

function CodeForm() {
  const flow = usePasswordless();
  if (flow.step === "done") return null;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget, "typed");
    if (flow.step === "start") void flow.start({ email: typed });
    else void flow.verify({ otp: typed });
  };
  return (
    <form key={flow.step} method="post" onSubmit={submit}>
      <label>
        {flow.step === "start"
          ? "Address for a code"
          : `Code sent to ${flow.challenge.destination}`}
        <input name="typed" required />
      </label>
      <button>{flow.step === "start" ? "Send" : "Confirm"}</button>
    </form>
  );
}

function typedIn(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === "string" ? value : "";
}

function Facts({ resendAt }: { readonly resendAt: number }) {
  const { status } = useSession();
  const user = useUser();
  const seconds = useCountdown(resendAt);
  const { lastSignIn } = useLastSignIn();
  return (
    <>
      <output aria-label="Session">{status}</output>
      <output aria-label="User">{user?.email ?? "nobody"}</output>
      <output aria-label="Seconds left">{seconds}</output>
      <output aria-label="Last used">{lastSignIn?.username ?? "nothing"}</output>
    </>
  );
}
