"use client";

import { useLogin, useLoginWithConnection } from "@portico/react";
import { invitedSchema, type InvitedParams } from "../form/invited.js";
import type { SignInFlow } from "../form/use-sign-in-form.js";
import type { LoginIdentifier } from "./login-identifier.js";
import { typedIdentifier, type LoginValues } from "./judge-login.js";

interface LeavingOptions extends Pick<InvitedParams, "invitation"> {
  readonly connectionOf: (identifier: string) => string | undefined;
}

/**
 * Signs in with the password, or leaves for the connection that the name belongs to. Either gives up the window of
 * another way in.
 */
export function useLoginFlow(
  kind: LoginIdentifier,
  { connectionOf, invitation }: LeavingOptions,
  giveUpOther: () => void,
): SignInFlow<LoginValues> {
  const { login, state, reset } = useLogin();
  const leaving = useLoginWithConnection();
  return {
    state: leaving.state.status === "idle" ? state : leaving.state,
    invited: invitedSchema(invitation),
    run(values, params) {
      giveUpOther();
      const identifier = typedIdentifier(kind, values);
      const connection = connectionOf(identifier);
      if (connection === undefined) {
        leaving.reset();
        const { password } = values;
        const name = kind === "email" ? { email: identifier } : { username: identifier };
        return login({ ...params, ...name, password });
      }
      reset();
      const { audience, scope, organization, appState } = params;
      const asked = { audience, scope, organization, appState };
      return leaving.loginWithConnection({ ...asked, connection, loginHint: identifier });
    },
  };
}
