import { ResetPassword, type SubmitState } from "../../../packages/components/src/index.js";
import { never, refuse, stay } from "../fakes.js";
import type { CallScene, Exhibit, Reader } from "../scene.js";
import { signs } from "../signs.js";
import { solvable } from "./signup.js";

/** What the way to a new password can be. Its form is gone when it is done. */
export type ResetPasswordState = Exclude<SubmitState, "done"> | "sent" | "invalid";

const call = { show: <ResetPassword onLogin={stay} />, act: ask } satisfies CallScene;

export const resetPasswordExhibit: Exhibit<ResetPasswordState> = {
  states: {
    ready: { show: call.show, sign: signs.ready },
    invalid: { ...call, act: ({ pressAt }) => pressAt("[type=submit]"), sign: signs.invalid },
    pending: { ...call, tenant: { resetPassword: never }, sign: signs.pending },
    waiting: { ...call, tenant: { resetPassword: refuse("rate_limited") }, sign: signs.waiting },
    sent: { ...call, sign: "[data-state=sent]" },
  },
  calls: {
    resetPassword: {
      show: <ResetPassword captcha={solvable} />,
      act: async (reader) => {
        await reader.pressAt("[data-part=captcha] button");
        await ask(reader);
      },
    },
  },
};

async function ask({ type, pressAt }: Reader): Promise<void> {
  await type("email", "ada@example.com");
  await pressAt("[type=submit]");
}
