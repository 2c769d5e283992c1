import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { preview } from "vite";
import { chromium } from "playwright";
import { findChrome } from "./chrome.mjs";
import { freePort } from "./shared/free-port.mjs";
import { cache, root } from "./shared/root.mjs";
import { runTool } from "./shared/run-tool.mjs";

// Every story of every component in both themes and both directions, as one picture for each component and look:
// npm run screens [component ...]
const built = join(cache, "screens-storybook");
const target = join(root, ".storybook/screens");
const wanted = process.argv.slice(2).map((name) => name.toLowerCase());
const looks = ["light", "dark"].flatMap((theme) =>
  ["ltr", "rtl"].map((direction) => ({ theme, direction })),
);
const width = 432;
const columns = 4;

const exitCode = await runTool(
  "storybook",
  ["build", "--quiet", "--loglevel", "warn", "-o", built],
  {
    env: { STORYBOOK_DISABLE_TELEMETRY: "1" },
  },
);
if (exitCode !== 0) process.exit(exitCode);
const port = await freePort(6200);
const server = await preview({
  configFile: false,
  root,
  logLevel: "warn",
  build: { outDir: built },
  preview: { host: "localhost", port, strictPort: true },
});
const { executablePath, env } = await findChrome();
const browser = await chromium.launch({
  executablePath,
  env: { ...process.env, ...env },
  args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
});
try {
  for (const [component, stories] of componentsOf(built)) {
    if (wanted.length > 0 && !wanted.includes(component.toLowerCase())) continue;
    for (const look of looks) await sheet(component, stories, look);
  }
} finally {
  await browser.close();
  await server.close();
}

function componentsOf(folder) {
  const { entries } = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
  const stories = Object.values(entries).filter(({ type }) => type === "story");
  const components = new Map();
  for (const story of stories) {
    components.set(story.title, [...(components.get(story.title) ?? []), story]);
  }
  return components;
}

async function sheet(component, stories, { theme, direction }) {
  const context = await browser.newContext({
    viewport: { width, height: 400 },
    reducedMotion: "reduce",
  });
  const tiles = [];
  for (const { id, name } of stories) {
    const page = await context.newPage();
    const globals = `theme:${theme};direction:${direction}`;
    await page.goto(
      `http://localhost:${port}/iframe.html?id=${id}&viewMode=story&globals=${globals}`,
    );
    // The preview says so when a story has played to its end.
    await page.waitForSelector("html[data-played]");
    const picture = await page.screenshot({ fullPage: true });
    tiles.push({ name, picture: picture.toString("base64") });
    await page.close();
  }
  const page = await context.newPage();
  await page.setContent(
    `<style>body{margin:0;padding:16px;background:#d8dce4;font:600 13px system-ui}main{columns:${columns};column-gap:16px}figure{break-inside:avoid;margin:0 0 16px}img{display:block;width:100%}figcaption{padding:4px 0}</style><main>${tiles
      .map(
        ({ name, picture }) =>
          `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${picture}"></figure>`,
      )
      .join("")}</main>`,
  );
  await page.setViewportSize({ width: columns * (width + 16) + 16, height: 800 });
  const webp = await compressed(page, await page.screenshot({ fullPage: true }));
  const file = `${component.toLowerCase().replaceAll(/[^a-z]+/g, "-")}-${theme}-${direction}.webp`;
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, file), webp);
  console.log(`${file}: ${stories.length} states, ${Math.round(webp.length / 1000)} kB`);
  await context.close();
}

/** A tenth of the size, for pictures that are kept. */
async function compressed(page, png) {
  const address = await page.evaluate(
    async (source) => {
      const picture = new Image();
      picture.src = source;
      await picture.decode();
      const canvas = document.createElement("canvas");
      Object.assign(canvas, { width: picture.naturalWidth, height: picture.naturalHeight });
      canvas.getContext("2d").drawImage(picture, 0, 0);
      return canvas.toDataURL("image/webp", 0.8);
    },
    `data:image/png;base64,${png.toString("base64")}`,
  );
  return Buffer.from(address.slice(address.indexOf(",") + 1), "base64");
}
