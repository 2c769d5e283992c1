/**
 * Every text that can be reached from a value: own and inherited properties, enumerable or not, keys, entries of maps
 * and sets; but not the document's elements, whose inputs hold what is being typed, nor what functions close over.
 */
export function textsOf(start: unknown): string {
  const texts = new Set<string>();
  const seen = new Set<object>();
  const waiting: unknown[] = [start];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === "string") texts.add(value);
    if ((typeof value !== "object" && typeof value !== "function") || value === null) continue;
    if (seen.has(value) || value instanceof Node || value === window) continue;
    seen.add(value);
    if (value instanceof Error) texts.add(`${String(value)}\n${JSON.stringify(value)}`);
    if (value instanceof Map || value instanceof Set) waiting.push(...value.entries());
    waiting.push(Object.getPrototypeOf(value));
    for (const key of Reflect.ownKeys(value)) {
      waiting.push(String(key), Object.getOwnPropertyDescriptor(value, key)?.value);
    }
  }
  return [...texts].join("\n");
}
