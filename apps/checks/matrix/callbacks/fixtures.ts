import { expect } from "../../e2e/fixtures.js";
import { test as base } from "../../contract/fixtures.js";

/** `noise` is what the pages wrote and left uncaught since it was last emptied: a cell takes its own share of it. */
export const test = base.extend<{ noise: string[] }>({
  // oxlint-disable-next-line no-empty-pattern -- a fixture names what it needs
  noise: async ({}, use) => use([]),
  quiet: async ({ context, stack, noise }, use) => {
    stack.tenant.faults.clear();
    context.on("console", (message) => {
      if (message.location().url.startsWith(stack.app)) noise.push(message.text());
    });
    context.on("weberror", (error) => noise.push(String(error.error())));
    await use();
    expect(noise, "console output and uncaught errors").toEqual([]);
  },
});
