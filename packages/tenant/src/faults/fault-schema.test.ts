import { describe, expect, it } from "vitest";
import { checkFaultRule, faultRuleSchema } from "./fault-schema.js";

describe("a fault rule", () => {
  it.each([
    { fault: "hang" },
    { fault: "token:expired" },
    { id: "r", match: {}, times: "always", after: 0, fault: { kind: "delay", ms: 0 } },
    { match: { method: "POST", path: "/oauth/token", clientId: "a" }, times: 0, fault: "coop" },
    { match: { grantType: "a", username: "b", usernameIncludes: "c" }, fault: "429-global" },
    { fault: { kind: "429-attempts", retryAfter: 1, asDate: true, rateLimit: true } },
    { fault: { kind: "429-suspicious", retryAfter: "Wed, 21 Oct 2026 07:28:00 GMT" } },
    { fault: { kind: "slow-bytes", ms: 1, size: 1 } },
    { fault: { kind: "json-empty", status: 499 } },
    { fault: { kind: "token", header: { alg: "none" }, withoutHeader: ["kid"] } },
    { fault: { kind: "token", claims: { sub: null }, times: { exp: -70 }, without: ["nonce"] } },
    { fault: { kind: "token", wholeHeader: null, payload: [], afterPayload: "*" } },
    { fault: { kind: "token", key: "small", signature: "cut", parts: 4 } },
    { fault: { kind: "jwks-changed", key: "elliptic", beside: "foreign" } },
    { fault: { kind: "jwks-changed", members: { use: "enc" }, without: ["alg"] } },
  ])("%j is one", (rule) => {
    expect(checkFaultRule(rule)).toEqual(rule);
  });

  it.each([
    [undefined, "it must be an object"],
    ["hang", "it must be an object"],
    [{}, "fault is neither a known name nor a known object with a kind"],
    [{ fault: "quake" }, 'fault "quake" is not known'],
    [{ fault: "token:quake" }, 'fault "token:quake" is not known'],
    [{ fault: "toString" }, 'fault "toString" is not known'],
    [{ fault: "wm-late" }, 'fault "wm-late" needs milliseconds: {"kind":"wm-late","ms":100}'],
    [
      { fault: "token" },
      'fault "token" needs what it is to change: {"kind":"token","key":"foreign"}',
    ],
    [{ fault: "jwks-changed" }, 'fault "jwks-changed" needs what it is to change'],
    [{ fault: { kind: "token", claim: {} } }, "claim is not a known member"],
    [{ fault: { kind: "token", claims: 1 } }, "claims must be an object"],
    [{ fault: { kind: "token", times: { exp: 0.5 } } }, "must be a whole number of seconds"],
    [{ fault: { kind: "token", without: "sub" } }, "without must be a list of names"],
    [{ fault: { kind: "token", key: "own" } }, "key must be one of foreign, small, elliptic"],
    [{ fault: { kind: "token", signature: "bad" } }, "signature must be one of absent, one-byte"],
    [{ fault: { kind: "token", parts: 3 } }, "parts must be 2 or 4"],
    [{ fault: { kind: "jwks-changed", beside: "own" } }, "beside must be one of foreign"],
    [{ fault: { kind: "delay" } }, "known object with a kind: ms must be a whole number"],
    [{ fault: { kind: "delay", ms: -1 } }, "ms must be a whole number of milliseconds"],
    [{ fault: { kind: "delay", ms: 2 ** 31 } }, "ms must be a whole number of milliseconds"],
    [{ fault: { kind: "delay", ms: 1, size: 2 } }, "size is not a known member"],
    [{ fault: { kind: "slow-bytes", ms: 1, size: 0 } }, "size must be a whole number of bytes"],
    [{ fault: { kind: "json-empty", status: 200 } }, "status must be a status from 400 to 499"],
    [{ fault: { kind: "429-global", retryAfter: "a\r\nb: c" } }, "retryAfter must be"],
    [{ fault: { kind: "429-global", asDate: "yes" } }, "asDate must be true or false"],
    [{ fault: { kind: "hang" } }, "fault is neither a known name nor a known object with a kind."],
    [{ fault: null }, "fault is neither"],
    [{ fault: "hang", match: null }, "match must be an object"],
    [{ fault: "hang", match: { host: "x" } }, "match.host is not a known member"],
    [{ fault: "hang", match: { path: "oauth/token" } }, "match.path must begin with a slash"],
    [{ fault: "hang", match: { method: "GET /" } }, "match.method must be a method such as POST"],
    [{ fault: "hang", match: { username: "" } }, "match.username must be a text"],
    [{ fault: "hang", match: { username: 5 } }, "match.username must be a text"],
    [{ fault: "hang", times: 1.5 }, 'times must be a whole number from 0, or "always"'],
    [{ fault: "hang", times: -1 }, 'times must be a whole number from 0, or "always"'],
    [{ fault: "hang", after: "1" }, "after must be a whole number from 0"],
    [{ fault: "hang", id: "" }, "id must be a text that is not empty"],
    [{ fault: "hang", time: 1 }, "time is not a known member"],
  ])("%j is none, and the reason names the place", (rule, reason) => {
    expect(() => checkFaultRule(rule)).toThrow(reason);
  });

  it("is named in its complaint, which tells of everything that is wrong", () => {
    const rule = { id: "slow token", times: -1, fault: "quake" };
    expect(() => checkFaultRule(rule)).toThrow(
      'The fault rule "slow token" is not usable: ' +
        'times must be a whole number from 0, or "always"; fault "quake" is not known.',
    );
  });

  it("has its place in a larger schema, whose paths lead to what is wrong", () => {
    const { error } = faultRuleSchema.safeParse({ fault: "hang", match: { path: "x" } });
    expect(error?.issues.map(({ path }) => path)).toEqual([["match", "path"]]);
  });
});
