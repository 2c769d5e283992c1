import type { Browser, BrowserContext } from "@playwright/test";
import { test as base } from "../../e2e/component-page.js";
import { startComponentRenderer, type ComponentRenderer } from "../../stack/component-renderer.js";
import type { ComponentSite } from "../../stack/component-pages.js";
import { expectMeasured, openSheet, rowsFor, type Measured, type Wrong } from "../sheet.js";
import { actors, type Actor } from "./actors.js";
import { lifecycleEvents } from "./events.js";
import type { Aftermath, LifecycleEvent } from "./lifecycle-event.js";
import measured from "./measured.json" with { type: "json" };
import { openStage, type Stage } from "./stage.js";

/** `keeping` is a context of a browser that puts pages into its back/forward cache, which Playwright's own has not. */
const test = base.extend<
  { keeping: BrowserContext },
  { renderer: ComponentRenderer; keepingBrowser: Browser }
>({
  renderer: [
    async ({ site }, use) => {
      const renderer = await startComponentRenderer({ react: "19", mode: "development" });
      const { origin, page } = renderer;
      const client = { clientId: origin, name: "Rendered", callbacks: [page] };
      await site.tenant.seed({ clients: [{ ...client, webOrigins: [origin], logoutUrls: [] }] });
      await use(renderer);
      await renderer.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  keepingBrowser: [
    async ({ playwright, launchOptions }, use) => {
      const browser = await playwright.chromium.launch({
        ...launchOptions,
        ignoreDefaultArgs: ["--disable-back-forward-cache"],
      });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  keeping: async ({ keepingBrowser, site, noise }, use) => {
    const context = await keepingBrowser.newContext({ locale: "en-US" });
    context.on("console", (message) => {
      if (!message.location().url.startsWith(site.tenant.url)) noise.push(message.text());
    });
    context.on("weberror", (error) => noise.push(String(error.error())));
    const { headers } = site.served;
    // A page that says `no-store` is not kept.
    site.served.headers = () => ({});
    await use(context);
    site.served.headers = headers;
    await context.close();
  },
});

test.use({ trace: "off" });

for (const [turn, event] of lifecycleEvents.entries()) {
  const run = async (site: ComponentSite, noise: string[], open: () => Promise<Stage>) => {
    test.setTimeout(120_000);
    const sheet = openSheet("lifecycle", "portico", measured as Measured);
    for (const actor of rowsFor(actors, turn)) {
      await test.step(actor.id, async () => {
        const stage = await open();
        site.tenant.clearRequests();
        const aftermath = await event.run(stage, actor);
        const [wrong, seen] = await judge(stage, aftermath, noise.splice(0));
        sheet.enter(cellOf(event, actor), wrong, seen);
        await stage.page.close();
      });
    }
    sheet.check();
  };
  if (event.page === "built") {
    test(event.id, ({ context, site, noise }) =>
      run(site, noise, () => openStage({ context, site })),
    );
  } else if (event.page === "rendered") {
    test(event.id, ({ context, site, noise, renderer }) =>
      run(site, noise, () => openStage({ context, site, renderer })),
    );
  } else {
    test(event.id, ({ keeping: context, site, noise }) =>
      run(site, noise, () => openStage({ context, site })),
    );
  }
}

test("every cell is counted", () => {
  expectMeasured(measured as Measured, (engine) =>
    engine === "portico"
      ? lifecycleEvents.flatMap((event) => actors.map((actor) => cellOf(event, actor)))
      : [],
  );
});

function cellOf(event: LifecycleEvent, actor: Actor): string {
  return `${actor.id}: ${event.id}`;
}

/** Holds a page against what has to be true of it. */
async function judge(
  { page, session, root, site }: Stage,
  { scene, posts, email = "", isGone }: Aftermath,
  noise: readonly string[],
): Promise<[Wrong[], object]> {
  const sent = site.tenant
    .requests()
    .filter(
      ({ method, path, preflight }) => method === "POST" && !preflight && scene.path.test(path),
    ).length;
  const pending = await root.locator("[type=submit][data-state=pending]").count();
  const text = await page.evaluate(() => {
    const inputs = [...document.querySelectorAll("input")].map(({ value }) => value);
    const stores = [sessionStorage, localStorage].map((store) => Object.entries(store));
    const { cookie, documentElement } = document;
    const kept = JSON.stringify([inputs, stores, cookie, location.href, history.state]);
    return kept + documentElement.outerHTML;
  });
  const leaked = scene.secrets.filter((secret) => text.includes(secret));
  const isKnown = isGone ? (await root.innerHTML()) === "" : true;
  const status = isGone ? "" : ((await session.textContent()) ?? "");
  const expected = isGone ? "" : email ? `authenticated ${email}` : "anonymous";
  const wrong: Wrong[] = [
    ...(sent === posts ? [] : ["settled twice" as const]),
    ...(pending === 0 ? [] : ["never settled" as const]),
    ...(leaked.length === 0 ? [] : ["leak" as const]),
    ...(noise.length === 0 ? [] : ["threw" as const]),
    ...(status === expected ? [] : ["false success" as const]),
    ...(isKnown ? [] : ["litter" as const]),
  ];
  return [wrong, { sent, pending, leaked, noise, status }];
}
