import { expect, test as base } from "../e2e/fixtures.js";
import type { CalledName } from "../harness/contract.js";
import type { ContractCase } from "./contract-case.js";
import { createLab, type Lab } from "./lab.js";
import { collectSecrets } from "./secrets.js";
import { contractSeed } from "./seed.js";

/** `openLab` gives each case a tenant as it was at the start, and a page with a client on one engine. */
export const test = base.extend<{
  openLab: (engine: CalledName, one: Pick<ContractCase, "config" | "fake">) => Promise<Lab>;
}>({
  // The browser itself tells of an answer that it keeps from the page; nothing else may be heard.
  quiet: async ({ context, stack, knownNoise }, use) => {
    stack.tenant.faults.clear();
    const noise: string[] = [];
    context.on("console", (message) => {
      const byPage = message.location().url.startsWith(stack.app);
      const text = message.text();
      const known = [/ blocked by CORS policy: /, ...knownNoise];
      if (byPage && !known.some((one) => text.search(one) >= 0)) noise.push(text);
    });
    context.on("weberror", (error) => noise.push(String(error.error())));
    await use();
    expect(noise, "console output and uncaught errors").toEqual([]);
  },
  openLab: async ({ page, stack }, use) => {
    const { tenant, app } = stack;
    await tenant.reset();
    await tenant.seed(contractSeed(app));
    await use(async (engine, { config = {}, fake = {} }) => {
      const secrets = collectSecrets(page.context(), tenant.url);
      const lab = createLab({ engine, script: fake, page, stack, secrets, config });
      await lab.open();
      return lab;
    });
    // The other tests of this worker know nothing of these users and clients.
    await tenant.reset();
  },
});
