import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { answering, type Answer } from "../../test/answering.js";
import { deviceAnswer } from "./device-answer.js";

const now = Date.UTC(2030, 0, 1);
const tenant = { origin: "https://tenant.example", clientId: "app", requestDeadline: 15_000 };
const pending: Answer = [400, { error: "authorization_pending" }];
const slower: Answer = [400, { error: "slow_down" }];
const allowed: Answer = [200, { access_token: "at", token_type: "Bearer", expires_in: 60 }];
const aborted = expect.objectContaining({ code: "aborted" }) as Error;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** How the question ends once nothing more happens in so many milliseconds. */
async function endOf(
  { interval, seconds = 600 }: { interval?: number; seconds?: number },
  signal = new AbortController().signal,
  ...more: (() => void)[]
) {
  const question = { mfaToken: "m", oobCode: "o", interval, expiresAt: now + seconds * 1000 };
  const ended = deviceAnswer(tenant, question, signal, ...more).then(
    (tokens) => ({ tokens, after: Date.now() - now }),
    (error: unknown) => ({ error, after: Date.now() - now }),
  );
  await vi.advanceTimersByTimeAsync(seconds * 1000);
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(signal, "abort")).toEqual([]);
  return ended;
}

test("asks without a code, and gives the tokens of the answer", async () => {
  const sent = answering(allowed);
  expect(await endOf({})).toEqual({ tokens: { accessToken: "at", expiresIn: 60 }, after: 0 });
  expect(sent.map(({ url, fields }) => ({ url, fields }))).toEqual([
    {
      url: "https://tenant.example/oauth/token",
      fields: {
        client_id: "app",
        grant_type: "http://auth0.com/oauth/grant-type/mfa-oob",
        mfa_token: "m",
        oob_code: "o",
      },
    },
  ]);
});

test.each<[string, { interval?: number }, [Answer, ...Answer[]], number[]]>([
  ["five seconds if the tenant says none", {}, [pending, pending, allowed], [0, 5, 10]],
  ["as long as the tenant says", { interval: 2 }, [pending, pending, allowed], [0, 2, 4]],
  [
    "five seconds longer from then on, once it is told to slow down",
    { interval: 1 },
    [pending, slower, pending, slower, allowed],
    [0, 1, 7, 13, 24],
  ],
])("waits %s", async (_, question, answers, seconds) => {
  const sent = answering(...answers);
  expect(await endOf(question)).toMatchObject({ tokens: { accessToken: "at" } });
  expect(sent.map(({ at }) => (at - now) / 1000)).toEqual(seconds);
});

test.each([
  [{ seconds: 12 }, [0, 5, 10]],
  // The moment of its end is too late.
  [{ seconds: 12, interval: 4 }, [0, 4, 8]],
  [{ seconds: 0 }, []],
])("asks no more once the question has expired: %j", async (question, seconds) => {
  const sent = answering(pending);
  expect(await endOf(question)).toEqual({
    error: expect.objectContaining({ code: "expired_token", details: {} }) as Error,
    after: question.seconds * 1000,
  });
  expect(sent.map(({ at }) => (at - now) / 1000)).toEqual(seconds);
});

test.each<[string, Answer, object]>([
  ["the user said no", [403, { error: "invalid_grant" }], { code: "access_denied" }],
  ["the tenant has dropped it", [401, { error: "expired_token" }], { code: "expired_token" }],
  ["the user is blocked", [403, { error: "unauthorized" }], { code: "blocked_user", status: 403 }],
  ["the tenant is ill", [500, {}], { code: "server", status: 500 }],
  ["the answer is none", [200, {}], { code: "invalid_response" }],
])("asks no more where %s", async (_, answer, failure) => {
  const sent = answering(pending, answer);
  expect(await endOf({})).toEqual({
    error: expect.objectContaining(failure) as Error,
    after: 5000,
  });
  expect(sent).toHaveLength(2);
});

test("a no is the user's, whatever the tenant's status", async () => {
  answering([403, { error: "invalid_grant" }]);
  const { error } = (await endOf({})) as { error: Error };
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: "AuthError",
    code: "access_denied",
    details: {},
  });
});

test("asks before each question whether it is still wanted", async () => {
  const sent = answering(pending);
  const goneNow = new Error("gone");
  let asked = 0;
  const assertStillWanted = () => {
    asked += 1;
    if (asked === 3) throw goneNow;
  };
  expect(await endOf({}, undefined, assertStillWanted)).toEqual({ error: goneNow, after: 10_000 });
  expect(sent).toHaveLength(2);
});

describe("ends at the caller's wish", () => {
  test("between two questions", async () => {
    const sent = answering(pending);
    const caller = new AbortController();
    setTimeout(() => caller.abort(), 7000);
    expect(await endOf({}, caller.signal)).toEqual({ error: aborted, after: 7000 });
    expect(sent).toHaveLength(2);
  });

  test("before the first", async () => {
    const sent = answering(pending);
    expect(await endOf({}, AbortSignal.abort())).toEqual({ error: aborted, after: 0 });
    expect(sent).toEqual([]);
  });

  test("at any moment of an answer's way", async () => {
    for (let turns = 0; turns < 60; turns += 1) {
      vi.setSystemTime(now);
      const sent = answering(pending);
      const caller = new AbortController();
      const ended = endOf({}, caller.signal);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      caller.abort();
      expect(await ended).toEqual({ error: aborted, after: 0 });
      expect(sent).toHaveLength(1);
    }
  });
});
