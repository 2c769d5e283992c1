import type { Recording } from "./record.js";
import type { RecordedRequest } from "./recorded-request.js";

/** Where two clients do not ask the same; a field that one of them leaves out is undefined there. */
export interface Difference {
  /** Such as `POST /oauth/token`. */
  readonly request: string;
  /** Such as `query.prompt`; `(count)` is how often the request is sent. */
  readonly field: string;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
}

/** A difference that is meant, and why. */
export interface Exception {
  readonly reason: string;
  /** The request; any if not given. */
  readonly request?: string;
  readonly fields: readonly string[];
  /** `any` value will do; undefined: the field is not sent. */
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
}

/** Everything in which two recordings differ. */
export function differences(ours: Recording, theirs: Recording): Difference[] {
  const names = new Set([...ours.requests, ...theirs.requests].map(({ name }) => name));
  return [...names].flatMap((name) => {
    const mine = ours.requests.filter((request) => request.name === name);
    const other = theirs.requests.filter((request) => request.name === name);
    const count = differs(name, "(count)", String(mine.length), String(other.length));
    const pairs = mine.slice(0, other.length).map((request, at) => [request, other[at]] as const);
    return [...count, ...pairs.flatMap(([one, two]) => (two ? fieldDifferences(one, two) : []))];
  });
}

function fieldDifferences(ours: RecordedRequest, theirs: RecordedRequest): Difference[] {
  const fields = new Set([...Object.keys(ours.fields), ...Object.keys(theirs.fields)]);
  return [...fields].flatMap((field) =>
    differs(ours.name, field, ours.fields[field], theirs.fields[field]),
  );
}

function differs(request: string, field: string, ours?: string, theirs?: string): Difference[] {
  return ours === theirs ? [] : [{ request, field, ours, theirs }];
}

/** What is left to explain: differences that no exception covers, and exceptions that cover none. */
export function unexplained(found: readonly Difference[], exceptions: readonly Exception[]) {
  return {
    differences: found.filter((difference) => !exceptions.some((one) => covers(one, difference))),
    exceptions: exceptions.flatMap(unusedParts(found)),
  };
}

function unusedParts(found: readonly Difference[]) {
  return (exception: Exception) => {
    const unused = exception.fields.filter(
      (field) => !found.some((difference) => covers({ ...exception, fields: [field] }, difference)),
    );
    return unused.map((field) => `${field}: ${exception.reason}`);
  };
}

function covers(exception: Exception, { request, field, ours, theirs }: Difference): boolean {
  return (
    (exception.request ?? request) === request &&
    exception.fields.includes(field) &&
    agrees(exception.ours, ours) &&
    agrees(exception.theirs, theirs)
  );
}

function agrees(expected: string | undefined, value: string | undefined): boolean {
  return expected === "any" ? value !== undefined : expected === value;
}
