import { randomText } from "../crypto/random.js";
import { authError } from "../errors/auth-error.js";
import type { CallOptions } from "../transport/deadline.js";
import type { TabChannel } from "./tab-channel.js";

/** A message of another tab, before any of its members has been checked. */
export type TabMessage = Readonly<Record<string, unknown>>;

/** How long a question waits for its answer, in milliseconds. */
const patience = 400;

/**
 * Asks the other tabs. Gives the first answer to this very question that `accept` makes something of; undefined where
 * none comes in time. Throws `aborted`.
 */
export function askTabs<T>(
  channel: TabChannel,
  question: TabMessage,
  accept: (answer: TabMessage) => T | undefined,
  { signal }: CallOptions,
): Promise<T | undefined> {
  if (!channel.isOpen) return Promise.resolve(undefined);
  const id = randomText();
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer);
      stop();
      signal?.removeEventListener("abort", onAbort);
    };
    const end = (answer: T | undefined) => {
      leave();
      resolve(answer);
    };
    const onAbort = () => {
      leave();
      reject(authError("aborted"));
    };
    const stop = channel.listen((message) => {
      if (!isMessage(message, "answer") || message["id"] !== id) return;
      const answer = accept(message);
      if (answer !== undefined) end(answer);
    });
    const timer = setTimeout(() => end(undefined), patience);
    signal?.addEventListener("abort", onAbort);
    channel.post({ ...question, type: "question", id });
  });
}

/** Answers a question of another tab. */
export function answerTab(channel: TabChannel, question: TabMessage, answer: object): void {
  channel.post({ ...answer, type: "answer", id: question["id"] });
}

/** Whether another tab said something of this type. */
export function isMessage(message: unknown, type: "question" | "answer"): message is TabMessage {
  return (
    typeof message === "object" && message !== null && "type" in message && message.type === type
  );
}
