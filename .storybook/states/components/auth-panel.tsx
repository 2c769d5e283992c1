import { AuthPanel, type AuthPanelView } from "../../../packages/components/src/index.js";
import { fakeChallenge, fakeUser } from "../../../packages/core/src/testing/index.js";
import { stay } from "../fakes.js";
import type { CallScene, Exhibit, Reader } from "../scene.js";
import { signs } from "../signs.js";

/** What a panel can be. */
export type AuthPanelState = AuthPanelView | "connections" | "alone" | "ran_out" | "dialog";

const panel = <AuthPanel />;
const call = { show: panel, act: signIn } satisfies CallScene;

export const authPanelExhibit: Exhibit<AuthPanelState> = {
  states: {
    login: { show: panel, sign: "[data-view=login]" },
    signup: {
      show: panel,
      act: ({ press, words }) => press(words.authPanel.signup),
      sign: "[data-view=signup] form",
    },
    reset: {
      show: panel,
      act: ({ press, words }) => press(words.login.forgot),
      sign: "[data-view=reset] form",
    },
    passwordless: {
      show: <AuthPanel views={["login", "passwordless", "signedIn"]} />,
      act: ({ press, words }) => press(words.login.byCode),
      sign: "[data-view=passwordless] form",
    },
    mfa: {
      ...call,
      tenant: { challenge: fakeChallenge },
      sign: "[data-view=mfa] [data-part=choices]",
    },
    signedIn: { show: panel, tenant: { user: fakeUser }, sign: "[data-view=signedIn]" },
    ran_out: {
      ...call,
      tenant: { challenge: { ...fakeChallenge, expiresAt: 0 } },
      act: async (reader) => {
        await signIn(reader);
        await reader.press(reader.words.mfa.startOver);
      },
      sign: "[data-view=login] [data-part=message]",
    },
    connections: {
      show: <AuthPanel connections={["google-oauth2", "apple", "github"]} logo={<b>Atrium</b>} />,
      sign: "[data-kind=social]",
    },
    alone: { show: <AuthPanel views={["login"]} />, sign: signs.ready },
    dialog: { show: <AuthPanel dialog open onClose={stay} />, sign: "dialog[open]" },
  },
  calls: { login: call },
};

async function signIn({ type, pressAt }: Reader): Promise<void> {
  await type("email", "ada@example.com");
  await type("password", "analytical engine");
  await pressAt("[type=submit]");
}
