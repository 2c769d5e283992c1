import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactElement } from "react";
import {
  AuthPanel,
  LinkAccounts as AccountList,
  Login as LoginForm,
  Passwordless,
  ResetPassword,
  Signup as SignupForm,
  SocialButtons,
} from "../../packages/components/src/index.js";
import { useSession } from "../../packages/react/src/index.js";
import { LocalTenant } from "../local-tenant.js";
import { LiveStage, type Known } from "./live-stage.js";
import "./live.css";

const meta: Meta = {
  title: "Live",
  // They need a tenant; the tests of all stories have none.
  tags: ["!test", "!autodocs", "live"],
  parameters: { client: "own", a11y: { test: "off" } },
};

export default meta;

type Story = StoryObj;

const ada: Known = { email: "ada@example.com", password: "Analytical-Engine-1843" };
const hedy: Known = {
  email: "hedy@example.com",
  password: "Frequency-Hopping-1942",
  recoveryCode: "HEDY2LAMARR4RECOVERY6KEY",
};

/** By a password. */
export const Login = live(<LoginForm />, ada);

/** An account of one's own. */
export const Signup = live(<SignupForm signIn passwordPolicy="good" />);

/** By a code from the inbox. */
export const Code = live(<Passwordless channel="either" defaultCountry="US" />);

/** By a link from the inbox, which leads to a page of these stories. */
export const Link = live(<Passwordless send="link" />);

/** A new password, by the link from the inbox. */
export const Reset = live(<ResetPassword />, ada);

/** By a password and a second factor. */
export const SecondFactor = live(
  <AuthPanel via="password-realm" views={["login", "mfa", "signedIn"]} />,
  hedy,
);

/** By a provider's page in a window of its own. */
export const SocialWindow = live(
  <SocialButtons connections={["google-oauth2", "github"]} mode="popup" />,
);

/** Several accounts for one person: sign in, then link another one by a window or a code. */
export const Linking = live(<SignedInAccounts />, ada);

/** Where windows, links and sign-outs come back to. */
export const Callback: Story = { ...live(<Arrived />), tags: ["!dev"] };

function live(component: ReactElement, known?: Known): Story {
  return {
    render: () => (
      <LocalTenant>
        <LiveStage known={known}>{component}</LiveStage>
      </LocalTenant>
    ),
  };
}

function SignedInAccounts() {
  const { status } = useSession();
  return status === "authenticated" ? (
    <AccountList connections={["google-oauth2", "github"]} passwordless="email" />
  ) : (
    <LoginForm />
  );
}

function Arrived() {
  const { status } = useSession();
  return (
    <output className="preview-panel">
      {status === "authenticated"
        ? "You're signed in. Every live story knows it."
        : "Nobody is signed in. Open a live story to sign in."}
    </output>
  );
}
