import type { Page } from "@playwright/test";
import { keptByPage } from "./core-page.js";

/** Gathers the tokens that the tenant gives to a page, from now on. */
export async function watchTokens(page: Page): Promise<string[]> {
  const given: string[] = [];
  await page.route("**/oauth/token", async (route) => {
    const response = await route.fetch();
    given.push(...tokensIn((await response.json()) as Readonly<Record<string, unknown>>));
    await route.fulfill({ response });
  });
  return given;
}

function tokensIn(body: Readonly<Record<string, unknown>>): string[] {
  return ["access_token", "id_token", "refresh_token"].flatMap((name) => {
    const token = body[name];
    return typeof token === "string" ? [token] : [];
  });
}

/** Where any of `secrets` stands in the page: in React's tree, the document, the address or a storage. */
export async function leaksOf(page: Page, secrets: readonly string[]): Promise<string[]> {
  if (secrets.some((secret) => secret.length < 6)) throw new Error("A secret is too short.");
  const shown = [await page.content(), await keptByPage(page)].join();
  return [
    ...(secrets.some((secret) => shown.includes(secret)) ? ["the page"] : []),
    ...(await leaksInReact(page, secrets)),
  ];
}

/**
 * The places, reachable from the root's fiber, at which a secret stands: state, props, refs, contexts, caches and what
 * hangs on them, but not the elements of the document, whose inputs hold what is typed.
 */
function leaksInReact(page: Page, secrets: readonly string[]): Promise<string[]> {
  return page.evaluate((searched) => {
    const root = document.getElementById("root");
    const key = Object.keys(root ?? {}).find((name) => name.startsWith("__reactContainer$"));
    if (!root || !key) throw new Error("React has no root in this page.");
    const leaks: string[] = [];
    const seen = new Set<object>();
    const waiting: [place: string, value: unknown][] = [["root", Reflect.get(root, key)]];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [place, value] = next;
      if (typeof value === "string" && searched.some((secret) => value.includes(secret))) {
        leaks.push(place);
      }
      if ((typeof value !== "object" && typeof value !== "function") || value === null) continue;
      if (seen.has(value) || value instanceof Node || value === window) continue;
      seen.add(value);
      if (value instanceof Map || value instanceof Set) {
        for (const entry of value.entries()) waiting.push([`${place}.entry`, entry]);
      }
      for (const name of Reflect.ownKeys(value)) {
        const held: unknown = Object.getOwnPropertyDescriptor(value, name)?.value;
        if (held !== undefined) waiting.push([`${place}.${String(name)}`.slice(-120), held]);
      }
    }
    if (seen.size < 100) throw new Error("React's tree could not be walked.");
    return leaks;
  }, secrets);
}
