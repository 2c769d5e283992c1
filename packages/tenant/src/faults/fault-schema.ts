import * as z from "zod/mini";
import type { Fault, FaultMatch, NewFaultRule } from "./fault-rule.js";
import { changingFaults, plainFaultNames, timedFaults, tokenFaults } from "./fault-table.js";
import { signatureDefects, spareKeyNames } from "./token-changes.js";

// A longer one overflows its timer, which then ends at once.
const longestWait = 2_147_483_647;
const milliseconds = whole([0, longestWait], `a whole number of milliseconds up to ${longestWait}`);
const wait = "a whole number of seconds or a text of printable ASCII";
const times = 'a whole number from 0, or "always"';
const flag = z.boolean({ error: "must be true or false" });
const text = z
  .string({ error: "must be a text that is not empty" })
  .check(z.minLength(1, "must be a text that is not empty"));

const members = z.record(z.string(), z.unknown(), { error: "must be an object" });
const names = z.array(text, { error: "must be a list of names" });
const seconds = "must be a whole number of seconds from now";

const faultWithSettings = z.discriminatedUnion("kind", [
  shape({ kind: z.enum(["delay", "jwks-slow", "wm-late"]), ms: milliseconds }),
  shape({
    kind: z.literal("slow-bytes"),
    ms: milliseconds,
    size: z.exactOptional(whole([1], "a whole number of bytes above 0")),
  }),
  shape({
    kind: z.enum(["429-attempts", "429-suspicious", "429-global"]),
    retryAfter: z.exactOptional(
      z.union(
        [whole([0, longestWait], wait), z.string().check(z.regex(/^[ -~]+$/, `must be ${wait}`))],
        {
          error: `must be ${wait}`,
        },
      ),
    ),
    asDate: z.exactOptional(flag),
    rateLimit: z.exactOptional(flag),
  }),
  shape({
    kind: z.literal("json-empty"),
    status: z.exactOptional(whole([400, 499], "a status from 400 to 499")),
  }),
  shape({
    kind: z.literal("token"),
    header: z.exactOptional(members),
    withoutHeader: z.exactOptional(names),
    claims: z.exactOptional(members),
    times: z.exactOptional(
      z.record(z.string(), z.int({ error: seconds }), { error: "must be an object" }),
    ),
    without: z.exactOptional(names),
    wholeHeader: z.exactOptional(z.unknown()),
    payload: z.exactOptional(z.unknown()),
    afterPayload: z.exactOptional(text),
    key: z.exactOptional(oneOf(spareKeyNames)),
    signature: z.exactOptional(oneOf(signatureDefects)),
    parts: z.exactOptional(z.literal([2, 4], { error: "must be 2 or 4" })),
  }),
  shape({
    kind: z.literal("jwks-changed"),
    key: z.exactOptional(oneOf(spareKeyNames)),
    members: z.exactOptional(members),
    without: z.exactOptional(names),
    beside: z.exactOptional(oneOf(spareKeyNames)),
  }),
]);

const fault: z.ZodMiniType<Fault> = z.union(
  [z.enum([...plainFaultNames, ...tokenFaults]), faultWithSettings],
  {
    error: ({ input }) =>
      typeof input === "string"
        ? nameProblem(input)
        : `is neither a known name nor a known object with a kind${settingsProblem(input)}`,
  },
);

const match: z.ZodMiniType<FaultMatch> = shape({
  method: z.exactOptional(text.check(z.regex(/^[a-z]+$/i, "must be a method such as POST"))),
  path: z.exactOptional(text.check(z.startsWith("/", "must begin with a slash"))),
  clientId: z.exactOptional(text),
  grantType: z.exactOptional(text),
  username: z.exactOptional(text),
  usernameIncludes: z.exactOptional(text),
});

/** A rule of the fault switch, as it comes from a program, a request or a seed. */
export const faultRuleSchema: z.ZodMiniType<NewFaultRule> = shape({
  id: z.exactOptional(text),
  match: z.exactOptional(match),
  times: z.exactOptional(
    z.union([z.literal("always"), whole([0], times)], { error: `must be ${times}` }),
  ),
  after: z.exactOptional(whole([0], "a whole number from 0")),
  fault,
});

/** Throws a plain Error that names the rule and the path of each wrong member. */
export function checkFaultRule(value: unknown): NewFaultRule {
  const { success, data, error } = faultRuleSchema.safeParse(value);
  if (success) return data;
  throw new Error(
    `The fault rule${nameOf(value)} is not usable: ${error.issues.map(problemOf).join("; ")}.`,
  );
}

function nameOf(rule: unknown): string {
  const id = typeof rule === "object" && rule !== null && "id" in rule ? rule.id : undefined;
  return typeof id === "string" ? ` ${JSON.stringify(id)}` : "";
}

function problemOf(issue: z.core.$ZodIssue): string {
  const path = issue.path.join(".");
  if (issue.code !== "unrecognized_keys") return `${path || "it"} ${issue.message}`;
  const prefix = path && `${path}.`;
  return issue.keys.map((key) => `${prefix}${key} is not a known member`).join("; ");
}

function nameProblem(name: string): string {
  if (changingFaults.some((changing) => changing === name)) {
    return `"${name}" needs what it is to change: {"kind":"${name}","key":"foreign"}`;
  }
  return timedFaults.some((timed) => timed === name)
    ? `"${name}" needs milliseconds: {"kind":"${name}","ms":100}`
    : `${JSON.stringify(name)} is not known`;
}

/** What is wrong within an object that has the kind of a fault. */
function settingsProblem(input: unknown): string {
  const issues = faultWithSettings.safeParse(input).error?.issues ?? [];
  const known = issues.filter(({ path, code }) => path.length > 0 || code === "unrecognized_keys");
  const problems = known.filter(({ path }) => path[0] !== "kind").map(problemOf);
  return problems.length === 0 ? "" : `: ${problems.join("; ")}`;
}

function whole([least, most = Number.MAX_SAFE_INTEGER]: [number, number?], what: string) {
  const error = `must be ${what}`;
  return z.int({ error }).check(z.gte(least, error), z.lte(most, error));
}

function oneOf<const Name extends string>(known: readonly Name[]) {
  return z.enum(known, { error: `must be one of ${known.join(", ")}` });
}

/** An object without members that are not known: a misspelled one must not pass unseen. */
function shape<Members extends Record<string, z.ZodMiniType>>(members: Members) {
  return z.strictObject(members, {
    error: ({ code, keys }) =>
      code === "unrecognized_keys"
        ? `has no member ${keys?.join(", ")}; known are ${Object.keys(members).join(", ")}`
        : "must be an object",
  });
}
