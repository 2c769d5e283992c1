/** How deep the values of a body may be nested. */
const deepest = 32;

/** Parses a JSON object; a string says what is wrong with it, as the end of "it …". */
export function parseJson(text: string): Record<string, unknown> | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "is not valid JSON";
  }
  if (!isRecord(value) || Array.isArray(value)) return "is JSON, but no object";
  return findProblem(value) ?? value;
}

/** Parses a form; a string says what is wrong with it. */
export function parseForm(text: string): Record<string, string> | string {
  const values: [string, string][] = [...new URLSearchParams(text)];
  // RFC 6749 section 3.2: parameters must not be included more than once.
  const repeated = findRepeated(values.map(([name]) => name));
  if (repeated !== undefined) return `has the parameter ${repeated} more than once`;
  // What is no UTF-8 after percent-decoding becomes this character.
  if (values.flat().some((part) => part.includes("\uFFFD"))) return "is not valid UTF-8";
  return findProblem(Object.fromEntries(values)) ?? Object.fromEntries(values);
}

function findRepeated(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => seen.size === seen.add(name).size);
}

/** Goes through the values level by level: recursion would overflow on a deep body. */
function findProblem(body: object): string | undefined {
  let level: unknown[] = [body];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > deepest) return `is nested deeper than ${deepest} levels`;
    if (level.some((value) => typeof value === "string" && value.includes("\0"))) {
      return "has a NUL character in a text";
    }
    const records = level.filter(isRecord);
    if (records.some((record) => Object.hasOwn(record, "__proto__"))) {
      return "has a member named __proto__";
    }
    level = records.flatMap((record) => Object.values(record));
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
