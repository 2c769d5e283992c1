import {
  Login,
  type LoginIdentifier,
  type SubmitState,
} from "../../../packages/components/src/index.js";
import { never, refuse, stay } from "../fakes.js";
import type { CallScene, Exhibit, Reader } from "../scene.js";
import { signs } from "../signs.js";

/** What a login can be. */
export type LoginState =
  | SubmitState
  | `identifier_${LoginIdentifier}`
  | "invalid"
  | "hosted"
  | "leaked"
  | "enterprise"
  | "window"
  | "slow";

const login = <Login onSignup={stay} onForgotPassword={stay} onPasswordless={stay} />;
const beside = <Login connections={["google-oauth2", "github"]} socialMode="popup" />;
const call = { show: login, act: signIn } satisfies CallScene;

export const loginExhibit: Exhibit<LoginState> = {
  states: {
    ready: { show: login, sign: signs.ready },
    invalid: {
      show: login,
      act: ({ pressAt }) => pressAt("[type=submit]"),
      sign: signs.invalid,
    },
    pending: { ...call, tenant: { login: never }, sign: signs.pending },
    slow: {
      ...call,
      tenant: { login: never },
      sign: "[data-part=outcome] [data-part=notice]:not(:empty)",
    },
    waiting: { ...call, tenant: { login: refuse("rate_limited") }, sign: signs.waiting },
    hosted: {
      ...call,
      tenant: { login: refuse("third_party_cookies_blocked") },
      sign: signs.hosted,
    },
    leaked: { ...call, tenant: { login: refuse("password_leaked") }, sign: signs.hosted },
    done: { ...call, sign: signs.done },
    enterprise: {
      show: <Login connectionForDomain={{ "enterprise.example": "enterprise" }} />,
      act: ({ type }) => type("email", "katherine@enterprise.example"),
      sign: "[data-part=onward]:not(:empty)",
    },
    window: {
      show: beside,
      tenant: { loginWithPopup: never },
      act: ({ press }) => press("Google"),
      sign: "[data-part=social][data-state=elsewhere]",
    },
    identifier_email: { show: login, sign: "input[name=email]" },
    identifier_username: {
      show: <Login identifier="username" />,
      sign: "input[name=username]",
    },
    identifier_either: { show: <Login identifier="either" />, sign: "input[name=username]" },
    identifier_phone: {
      show: <Login identifier="phone" defaultCountry="DE" />,
      sign: "select[name=phone_country]",
    },
  },
  calls: {
    login: call,
    loginWithPopup: { show: beside, act: ({ press }) => press("Google") },
    loginWithConnection: {
      tellsGivenUp: true,
      show: login,
      tenant: { login: refuse("third_party_cookies_blocked") },
      act: async (reader) => {
        await signIn(reader);
        await reader.press(reader.words.progress.hosted);
      },
    },
  },
};

async function signIn({ type, pressAt }: Reader): Promise<void> {
  await type("email", "ada@example.com");
  await type("password", "analytical engine");
  await pressAt("[type=submit]");
}
