import type { AuthClient, LastSignIn, PasswordlessChallenge } from "@portico/core";
import { createFakeClient, fakeChallenge, type FakeClientOptions } from "@portico/core/testing";
import type { ReactNode } from "react";
import { useCheckSession } from "../src/flows/use-check-session.js";
import { useCountdown } from "../src/flows/use-countdown.js";
import { useLastSignIn } from "../src/flows/use-last-sign-in.js";
import { useLogin } from "../src/flows/use-login.js";
import { useLoginWithConnection } from "../src/flows/use-login-with-connection.js";
import { useLogout } from "../src/flows/use-logout.js";
import { useMfa } from "../src/flows/use-mfa.js";
import { usePasswordless } from "../src/flows/use-passwordless.js";
import { useReauthenticate } from "../src/flows/use-reauthenticate.js";
import { useResetPassword } from "../src/flows/use-reset-password.js";
import { useSignup } from "../src/flows/use-signup.js";
import { Auth0Provider } from "../src/provider/auth0-provider.js";

const message: PasswordlessChallenge = Object.freeze({
  type: "passwordless",
  connection: "email",
  channel: "email",
  destination: "ada@example.com",
  send: "code",
  resendAt: 0,
});
const lastSignIn: LastSignIn = { connection: "github", at: 1 };

/** A client that remembers something for every hook that shows something remembered. */
export function rememberingClient(calls: FakeClientOptions = {}): AuthClient {
  const passwordless = { pending: () => message };
  return createFakeClient({ passwordless, lastSignIn: () => lastSignIn, ...calls });
}

/** Every flow hook on one page, and what each of them says. */
export function EveryFlow(props: { readonly client: AuthClient }): ReactNode {
  return (
    <Auth0Provider client={props.client}>
      <Sayings />
    </Auth0Provider>
  );
}

function Sayings(): ReactNode {
  const mfa = useMfa(fakeChallenge);
  const says = [
    useLogin().state.status,
    useSignup().state.status,
    useLoginWithConnection().state.status,
    useResetPassword().state.status,
    useReauthenticate().state.status,
    useCheckSession({ onMount: true, pollInterval: 900 }).state.status,
    useLogout().state.status,
    usePasswordless().step,
    mfa.step,
    mfa.step === "choose" ? mfa.listing.status : "",
    useLastSignIn().lastSignIn?.connection ?? "nothing",
    useCountdown(Number.MAX_SAFE_INTEGER) > 0 ? "some" : 0,
  ];
  return <output>{says.join(" ")}</output>;
}
