import { test as base } from "../e2e/fixtures.js";
import type { EngineName } from "../harness/contract.js";
import type { ContractCase } from "./contract-case.js";
import { createLab, type Lab } from "./lab.js";
import { collectSecrets } from "./secrets.js";
import { contractSeed } from "./seed.js";

/** `openLab` gives each case a tenant as it was at the start, and a page with a client on one engine. */
export const test = base.extend<{
  openLab: (engine: EngineName, one: Pick<ContractCase, "config" | "fake">) => Promise<Lab>;
}>({
  openLab: async ({ page, stack }, use) => {
    const { tenant, app } = stack;
    await tenant.reset();
    await tenant.seed(contractSeed(app));
    const consoleText: string[] = [];
    page.on("console", (message) => consoleText.push(message.text()));
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
