import type {
  AuthClient,
  Authenticator,
  CallOptions,
  MfaAuthenticated,
  MfaChallenge,
  MfaEnrollParams,
  MfaVerifyParams,
} from "@portico/core";
import type { MfaChosen, MfaQuestion } from "./mfa-steps.js";

/** Which factor to ask. */
type Asked = CallOptions & Pick<MfaQuestion, "authenticator">;

/** The factors that can be answered with. */
export async function list(
  { mfa }: AuthClient,
  options: CallOptions,
  challenge: MfaChallenge,
): Promise<readonly Authenticator[]> {
  const all = await mfa.authenticators(challenge, options);
  return all.filter(({ active }) => active);
}

export async function ask(
  { mfa }: AuthClient,
  { authenticator, ...options }: Asked,
  challenge: MfaChallenge,
): Promise<MfaQuestion> {
  return { ...(await mfa.challenge(challenge, authenticator, options)), authenticator };
}

/** Asks a factor, or enrols one. */
export function choose(
  client: AuthClient,
  params: Asked | MfaEnrollParams,
  challenge: MfaChallenge,
): Promise<MfaChosen> {
  if ("authenticator" in params) return ask(client, params, challenge);
  return client.mfa.enroll(challenge, params);
}

export function verify(
  { mfa }: AuthClient,
  { challenge, ...params }: MfaVerifyParams & { readonly challenge: MfaChallenge },
): Promise<MfaAuthenticated> {
  return mfa.verify(challenge, params);
}
