import { expect, test as base } from "@playwright/test";
import { originOf, serveStorybook } from "../stack/storybook.js";

const test = base.extend<object, { origin: string }>({
  origin: [
    // Playwright reads the names that are asked for.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const site = await serveStorybook();
      await use(originOf(site));
      await site.close();
    },
    { scope: "worker", timeout: 180_000 },
  ],
});

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly importPath: string;
}

test("every page of words shows, without a word in the console, and its links lead within it", async ({
  page,
  request,
  origin,
}) => {
  test.setTimeout(180_000);
  const heard: string[] = [];
  page.on("console", (message) => heard.push(`${message.text()} ${message.location().url}`));
  page.on("pageerror", (error) => heard.push(String(error)));
  const { entries } = (await (await request.get(`${origin}/index.json`)).json()) as {
    entries: Record<string, Entry>;
  };
  const pages = Object.values(entries).filter(({ importPath }) => importPath.endsWith(".mdx"));
  expect(pages.length).toBeGreaterThan(20);
  for (const { id, title } of pages) {
    await page.goto(`${origin}/iframe.html?viewMode=docs&id=${id}`);
    await expect(page.locator("#storybook-docs h1").first(), title).toBeVisible();
    const astray = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>("#storybook-docs a[href^='#']")]
        .map(({ hash }) => decodeURIComponent(hash.slice(1)))
        .filter((anchor) => !document.getElementById(anchor)),
    );
    expect(astray, `links of ${title} to places that it does not have`).toEqual([]);
  }
  expect(heard).toEqual([]);
});

test("what the API reference leads to from page to page is there", async ({
  page,
  request,
  origin,
}) => {
  test.setTimeout(180_000);
  const { entries } = (await (await request.get(`${origin}/index.json`)).json()) as {
    entries: Record<string, Entry>;
  };
  const pages = Object.values(entries).filter(({ title }) => title.startsWith("API reference/"));
  const wanted = new Map<string, Set<string>>();
  const there = new Map<string, Set<string>>();
  for (const { id } of pages) {
    await page.goto(`${origin}/iframe.html?viewMode=docs&id=${id}`);
    await expect(page.locator("#storybook-docs h1").first()).toBeVisible();
    const { links, ids } = await page.evaluate(() => ({
      links: [...document.querySelectorAll("#storybook-docs a")].map((a) => a.getAttribute("href")),
      ids: [...document.querySelectorAll("#storybook-docs [id]")].map((element) => element.id),
    }));
    there.set(id, new Set(ids));
    for (const link of links) {
      const [, to, anchor] = /\?path=\/docs\/([^#]+)#(.+)$/.exec(link ?? "") ?? [];
      if (to && anchor) wanted.set(to, (wanted.get(to) ?? new Set()).add(anchor));
    }
  }
  const astray = [...wanted].flatMap(([to, anchors]) =>
    [...anchors].filter((anchor) => !there.get(to)?.has(anchor)).map((anchor) => `${to}#${anchor}`),
  );
  expect(wanted.size).toBeGreaterThan(0);
  expect(astray).toEqual([]);
});
