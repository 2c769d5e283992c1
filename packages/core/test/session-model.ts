import type { VerifiedTokens } from "../src/authentication/verify-tokens.js";
import type { Engine } from "../src/engine/engine.js";
import { authError, type AuthError } from "../src/errors/auth-error.js";
import { fakeContext } from "./fake-context.js";

/** The people who sign in, each with the tokens that were verified for them. */
export const people = ["ada", "bob"] as const;

/** One of them. */
export type Person = (typeof people)[number];

/** How the tenant may answer a question of the page. */
export const answers = [
  ...people,
  ...([
    "whoever is asked for",
    "login_required",
    "mfa_required",
    "network",
    "timeout",
    "user_changed",
  ] as const),
] as const;

/** One of those ways. */
export type Answer = (typeof answers)[number];

type Refusal = Exclude<Answer, Person | "whoever is asked for">;

/** Tokens that have passed the verifier: no others reach a session. */
export function tokensOf(person: Person, over: Partial<VerifiedTokens> = {}): VerifiedTokens {
  const claims = { iss: "i", sub: person, aud: "spa", exp: 1, iat: 1 };
  const tokens = { accessToken: `at of ${person}`, idToken: `id of ${person}`, expiresIn: 3600 };
  return { ...tokens, claims, ...over };
}

function failure(answer: Refusal): AuthError {
  if (answer === "network") return authError("network", { online: true });
  if (answer === "timeout") return authError("timeout", { deadline: 10_000 });
  return authError(answer);
}

/** What the engine was asked and has not answered yet. */
interface Question {
  /** How often the page had signed out when it asked. */
  readonly signOuts: number;
  readonly subject: string | undefined;
  readonly resolve: (tokens: VerifiedTokens) => void;
  readonly reject: (error: Error) => void;
}

/** A page whose tenant answers when, and what, the test says. */
export function heldPage() {
  const open: Question[] = [];
  let signOuts = 0;
  const ask = (subject: string | undefined) =>
    new Promise<VerifiedTokens>((resolve, reject) =>
      open.push({ signOuts, subject, resolve, reject }),
    );
  const engine: Partial<Engine> = {
    silentLogin: ({ subject }) => ask(subject),
    refresh: (_token, { subject }) => ask(subject),
  };
  return {
    context: fakeContext(engine),
    /** How many questions wait. */
    waiting: () => open.length,
    /** Notes a sign-out: what was asked before it is not to sign anybody in. */
    noteSignOut() {
      signOuts += 1;
    },
    /**
     * Answers the oldest question, as an engine that verifies does: another user than asked for is none. Gives whoever
     * may be signed in by that.
     */
    answer(answer: Answer): Person | undefined {
      const question = open.shift();
      if (!question) return undefined;
      const { subject, resolve, reject } = question;
      const known = answer === "whoever is asked for" ? (subject ?? "ada") : answer;
      const person = people.find((one) => one === known);
      const isAnother = person !== undefined && subject !== undefined && subject !== person;
      if (isAnother) reject(authError("user_changed"));
      else if (person) resolve(tokensOf(person));
      else reject(failure(known as Refusal));
      return !isAnother && question.signOuts === signOuts ? person : undefined;
    },
  };
}
