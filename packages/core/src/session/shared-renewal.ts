import type { Verification, VerifiedTokens } from "../authentication/verify-tokens.js";
import { authError, isAuthError } from "../errors/auth-error.js";
import type { CallOptions } from "../transport/deadline.js";
import { load } from "../transport/load.js";
import { takeTabLock } from "../transport/tab-lock.js";
import type { SessionStore } from "./session-store.js";
import type { TabChannel } from "./tab-channel.js";

/** What a renewal is about. */
export interface RenewalQuestion {
  /** Names audience, organization and scope. */
  readonly key: string;
  /** Whether only the tenant's own session counts, of which a refresh token knows nothing. */
  readonly onlySilent: boolean;
  /** The user that the answer has to be about. */
  readonly subject: string | undefined;
  readonly organization: string | undefined;
}

/** New tokens, and whether the tenant's session gave them. */
export interface Renewal {
  readonly tokens: VerifiedTokens;
  readonly silent: boolean;
}

/** Runs `work` in one tab at a time; a tab that had to wait takes over what the one before it has just got. */
export interface SharedRenewal {
  (question: RenewalQuestion, options: CallOptions, work: () => Promise<Renewal>): Promise<Renewal>;
}

/** How this tab's last renewal of one kind ended; the tokens themselves are in the session store. */
export interface RenewalResult {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly silent: boolean;
  /** Whether the tenant knew nobody. */
  readonly nobody: boolean;
}

/** What the tabs of one application share. */
export interface RenewalRoom {
  readonly channel: TabChannel;
  readonly session: SessionStore;
  readonly verification: Verification;
  /** How long a tab waits for its turn, in milliseconds. */
  readonly patience: number;
}

/** A tab gives away access and ID tokens, never a refresh token, and verifies what it is given. */
export function createSharedRenewal(room: RenewalRoom): SharedRenewal {
  const { channel, session, patience } = room;
  const results = new Map<string, RenewalResult>();
  const talk = () => load(() => import("./renewal-talk.js"));

  channel.listen((message) => {
    if (results.size === 0) return;
    talk().then(
      ({ answerRenewal }) => answerRenewal(channel, session, results, message),
      () => {},
    );
  });

  return async (question, options, work) => {
    const since = Date.now();
    const note = (silent: boolean, nobody: boolean) =>
      results.set(question.key, { at: Date.now(), silent, nobody });
    const lock = await takeTabLock(`portico.renewal.${channel.name}.${question.key}`, patience, {
      ...options,
      onWait: () => void talk().catch(() => {}),
    });
    try {
      const renewal = (lock.waited && (await takeOver(question, since, options))) || (await work());
      note(renewal.silent, false);
      return renewal;
    } catch (error) {
      if (isAuthError(error, "login_required")) note(true, true);
      throw error;
    } finally {
      await lock.release();
    }
  };

  /** What the tab before has got; undefined where it got nothing that would do. Throws what it was refused with. */
  async function takeOver(
    question: RenewalQuestion,
    since: number,
    options: CallOptions,
  ): Promise<Renewal | undefined> {
    const { askForRenewal } = (await talk().catch(() => undefined)) ?? {};
    const answer = await askForRenewal?.(room, results, { ...question, since }, options);
    if (answer === "nobody") throw authError("login_required");
    return answer;
  }
}
