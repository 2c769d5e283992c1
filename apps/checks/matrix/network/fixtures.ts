import type { Request } from "@playwright/test";
import { test as base } from "../../contract/fixtures.js";

/** What the page has said where nobody asked it. */
export interface Heard {
  readonly console: readonly string[];
  readonly uncaught: readonly string[];
}

/** `hear` gives what was heard since it was asked last; each cell is judged by its own. */
export const test = base.extend<{ hear: () => Heard }>({
  quiet: async ({ stack }, use) => {
    stack.tenant.faults.clear();
    await use();
  },
  hear: async ({ context, stack }, use) => {
    let heard = { console: [] as string[], uncaught: [] as string[] };
    context.on("console", (message) => {
      // The browser itself tells of an answer that it keeps from the page.
      if (/ blocked by CORS policy: /.test(message.text())) return;
      if (message.location().url.startsWith(stack.app)) heard.console.push(message.text());
    });
    context.on("weberror", (error) => heard.uncaught.push(String(error.error())));
    await use(() => {
      const since = heard;
      heard = { console: [], uncaught: [] };
      return since;
    });
  },
});

/** The verifier that a request gives away to the tenant, and to nobody else. */
export function verifierIn(request: Request): string | undefined {
  return new URLSearchParams(request.postData() ?? "").get("code_verifier") ?? undefined;
}
