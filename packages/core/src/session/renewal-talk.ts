import { seconds } from "../authentication/seconds.js";
import type { TokenResponse } from "../authentication/token-response.js";
import { verifyTokens } from "../authentication/verify-tokens.js";
import { isAuthError } from "../errors/auth-error.js";
import type { CallOptions } from "../transport/deadline.js";
import type { SessionStore } from "./session-store.js";
import type { Renewal, RenewalQuestion, RenewalResult, RenewalRoom } from "./shared-renewal.js";
import type { TabChannel } from "./tab-channel.js";
import { answerTab, askTabs, isMessage, type TabMessage } from "./tab-talk.js";

/** A question for what was renewed at `since` or later, in milliseconds since 1970. */
type Asked = RenewalQuestion & { readonly since: number };
type Results = ReadonlyMap<string, RenewalResult>;

/** Nobody needs an answer that is older; it would only be there for a stranger to ask for. In milliseconds. */
const longest = 5_000;

/** Asks this tab and then the others for what one of them has just renewed. Throws `aborted`. */
export async function askForRenewal(
  room: RenewalRoom,
  results: Results,
  asked: Asked,
  options: CallOptions,
): Promise<Renewal | "nobody" | undefined> {
  const { key, onlySilent, since } = asked;
  const question = { about: "renewal", key, onlySilent, since };
  const own = answerFrom(room.session, results, question);
  const answer = own ?? (await askTabs(room.channel, question, (given) => given, options));
  if (answer?.["nobody"] === true && onlySilent) return "nobody";
  const tokens = answer && readTokens(answer);
  if (!tokens) return undefined;
  const { subject, organization } = asked;
  const expected = { subject, organization, requireHash: false };
  try {
    const verified = await verifyTokens(room.verification, tokens, expected, options);
    return { tokens: verified, silent: answer["silent"] === true };
  } catch (error) {
    // A tab's word proves nothing against it either: the tenant is asked.
    if (isAuthError(error, "aborted")) throw error;
    return undefined;
  }
}

/** Answers another tab, if this one has what it asks for. */
export function answerRenewal(
  channel: TabChannel,
  session: SessionStore,
  results: Results,
  message: unknown,
): void {
  if (!isMessage(message, "question") || message["about"] !== "renewal") return;
  const answer = answerFrom(session, results, message);
  if (answer) answerTab(channel, message, answer);
}

function answerFrom(
  session: SessionStore,
  results: Results,
  { key, onlySilent, since }: TabMessage,
): TabMessage | undefined {
  if (typeof key !== "string" || typeof since !== "number") return undefined;
  const result = results.get(key);
  const isFresh = result && result.at >= Math.max(since, Date.now() - longest);
  if (!isFresh || (onlySilent !== false && !result.silent)) return undefined;
  const isSignedIn = session.get().status === "authenticated";
  if (result.nobody) return isSignedIn || onlySilent === false ? undefined : { nobody: true };
  const access = isSignedIn ? session.accessTokens.get(key) : undefined;
  return access?.idToken ? { ...access, silent: result.silent } : undefined;
}

function readTokens(answer: TabMessage): (TokenResponse & { idToken: string }) | undefined {
  const { value, idToken, expiresAt, scope } = answer;
  const expiresIn = seconds(Math.floor((Number(expiresAt) - Date.now()) / 1000));
  if (typeof value !== "string" || typeof idToken !== "string" || !expiresIn) return undefined;
  return { accessToken: value, idToken, expiresIn, ...(typeof scope === "string" && { scope }) };
}
