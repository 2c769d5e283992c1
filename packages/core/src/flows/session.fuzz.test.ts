// @vitest-environment jsdom
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fuzz, property } from "../../test/fuzz.js";
import {
  answers,
  heldPage,
  people,
  tokensOf,
  type Answer,
  type Person,
} from "../../test/session-model.js";
import { follow } from "../client/follow-tabs.js";
import { isAuthError } from "../errors/auth-error.js";
import type { SessionState } from "../session/session.js";
import { checkSession } from "./check-session.js";
import { currentSession } from "./flow-context.js";
import { keepSignIn } from "./keep-tokens.js";
import { logout } from "./logout.js";
import { validAccessToken } from "./renewal.js";

const plain = { scope: "openid" };
const forApi = { scope: "openid", audience: "api" };

/** Whose verified tokens the page was given for what it has asked since the last sign-out: nobody else may be in. */
type Model = Set<Person>;

/** The page, with the calls that it has made. */
interface Real extends ReturnType<typeof heldPage> {
  /** How each call has ended; undefined while it is under way. */
  readonly calls: (string | undefined)[];
  readonly states: SessionState[];
  readonly controller: AbortController;
}

type Command = fc.AsyncCommand<Model, Real>;

/** Lets everything that is already decided happen; no call waits for a timer here. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Makes a call and notes how it ends. */
function call(real: Real, work: Promise<unknown>): void {
  const index = real.calls.push(undefined) - 1;
  work.then(
    () => (real.calls[index] = "done"),
    (error: unknown) =>
      (real.calls[index] = isAuthError(error) ? error.code : `untyped: ${String(error)}`),
  );
}

/** What has to be true after every step. */
function check(model: Model, { context, states }: Real): void {
  const { session } = context;
  const state = session.get();
  const person = currentSession(context)?.user.sub;
  if (person === undefined) {
    expect([session.tokens, session.accessTokens.size]).toEqual([undefined, 0]);
  } else {
    expect([...model]).toContain(person);
    expect(session.tokens?.idToken).toBe(`id of ${person}`);
    expect([...session.accessTokens.values()].map(({ value }) => value)).toContain(
      `at of ${person}`,
    );
    for (const { value } of session.accessTokens.values()) expect(value).toBe(`at of ${person}`);
  }
  expect(Object.isFrozen(state)).toBe(true);
  expect(JSON.stringify(state)).not.toMatch(/(at|id|rt) of/);
  // Once it is known who is signed in, or that nobody is, it stays known.
  const first = states.findIndex(({ status }) => status !== "starting");
  expect(states.slice(Math.max(first, 0)).filter(({ status }) => status === "starting")).toEqual(
    first < 0 ? states : [],
  );
}

/** Something that happens to the page; `name` is what a counterexample shows. */
function step(name: string, act: (real: Real, model: Model) => void): Command {
  return {
    check: () => true,
    async run(model, real) {
      act(real, model);
      await settle();
      check(model, real);
    },
    toString: () => name,
  };
}

function signIn(person: Person, refreshToken: string | undefined): Command {
  return step(`${person} signs in`, ({ context }, model) => {
    model.add(person);
    const tokens = tokensOf(person, refreshToken ? { refreshToken } : {});
    keepSignIn(context, tokens, plain, { seenSilently: true });
  });
}

function answer(given: Answer): Command {
  return step(`the tenant answers ${given}`, (real, model) => {
    const person = real.answer(given);
    if (person) model.add(person);
  });
}

const steps = [
  fc
    .tuple(fc.constantFrom(...people), fc.constantFrom(undefined, "rt of somebody"))
    .map(([person, refreshToken]) => signIn(person, refreshToken)),
  fc.constantFrom(...answers).map(answer),
  fc.constant(answer("whoever is asked for")),
  fc.constant(step("looks at the tenant", (real) => call(real, checkSession(real.context)))),
  fc.constantFrom(plain, forApi).map((asked) =>
    step("wants a fresh access token", (real) => {
      call(real, validAccessToken(real.context, asked, { minimum: 1e9 }));
    }),
  ),
  fc.constant(
    step("signs out", (real, model) => {
      model.clear();
      real.noteSignOut();
      call(real, logout(real.context, { local: true }));
    }),
  ),
  fc.constantFrom(...people).map((sub) =>
    step(`another tab says that ${sub} is in`, ({ context, controller }) => {
      follow(context, { type: "signed_in", sub }, controller.signal);
    }),
  ),
  fc.constant(
    step("another tab says that it has signed out", (real, model) => {
      model.clear();
      real.noteSignOut();
      follow(real.context, { type: "signed_out" }, real.controller.signal);
    }),
  ),
  fc.constant(
    step("another tab says that something is different", ({ context, controller }) => {
      follow(context, { type: "changed" }, controller.signal);
    }),
  ),
];

test(
  "nobody is signed in without verified tokens, and every call comes to an end",
  property,
  async () => {
    let signedIn = 0;
    await fc.assert(
      fc.asyncProperty(fc.commands(steps, { maxCommands: 16 }), async (commands) => {
        const page = heldPage();
        const real: Real = { ...page, calls: [], states: [], controller: new AbortController() };
        page.context.session.subscribe(() => real.states.push(page.context.session.get()));
        const model: Model = new Set();
        await fc.asyncModelRun(async () => ({ model, real }), commands);
        if (currentSession(page.context)) signedIn += 1;
        // The tenant answers what is left; an answer may lead to one more question.
        for (let round = 0; page.waiting() > 0 && round < 50; round += 1) {
          page.answer("login_required");
          await settle();
        }
        expect(page.waiting()).toBe(0);
        expect(real.calls.filter((end) => end === undefined || end.startsWith("untyped"))).toEqual(
          [],
        );
      }),
      fuzz,
    );
    expect(signedIn).toBeGreaterThan(fuzz.numRuns / 20);
  },
);
