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
const columns = 5;
const style = `body{margin:0;padding:16px;background:#d8dce4;font:600 16px system-ui}main{columns:${columns};column-gap:16px}figure{break-inside:avoid;margin:0 0 16px}img{display:block;width:100%}figcaption{padding:4px 0}`;

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
    await sheets(component, await picturesOf(stories));
  }
} finally {
  await browser.close();
  await server.close();
}

function componentsOf(folder) {
  const { entries } = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
  const stories = Object.values(entries).filter(
    // Those of Storybook itself are tools: they look at all states in turn, ask a tenant, edit a theme.
    ({ type, importPath }) => type === "story" && importPath.startsWith("./packages/"),
  );
  const components = new Map();
  for (const story of stories) {
    components.set(story.title, [...(components.get(story.title) ?? []), story]);
  }
  return components;
}

/** Every story, played once, in each look. */
async function picturesOf(stories) {
  const context = await browser.newContext({
    viewport: { width, height: 1200 },
    reducedMotion: "reduce",
  });
  const waiting = [...stories.keys()];
  const pictures = stories.map(() => []);
  await Promise.all([takePictures(), takePictures()]);
  await context.close();
  return stories.map(({ name }, index) => ({ name, pictures: pictures[index] }));

  async function takePictures() {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      const page = await context.newPage();
      await page.goto(
        `http://localhost:${port}/iframe.html?id=${stories[index].id}&viewMode=story`,
      );
      // The preview says so when a story has played to its end.
      await page.waitForSelector("html[data-played]");
      const height = await page.evaluate(bottomOfAll);
      await page.setViewportSize({ width, height: height + 48 });
      await page.evaluate(settled);
      for (const look of looks) {
        await page.evaluate(({ theme, direction }) => {
          document.documentElement.dataset.theme = theme;
          document.documentElement.dir = direction;
        }, look);
        await page.evaluate(settled);
        pictures[index].push((await page.screenshot()).toString("base64"));
      }
      await page.close();
    }
  }
}

/** Where the lowest thing on the page ends, dialogs included. */
function bottomOfAll() {
  const bottoms = [
    ...document.querySelectorAll(".preview-stage *, dialog[open], dialog[open] *"),
  ].map((element) => element.getBoundingClientRect().bottom);
  return Math.ceil(Math.max(152, ...bottoms));
}

/** A picture taken between a change of the window and the next frame would show some of both. */
function settled() {
  scrollTo(0, 0);
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

/** One picture of all states for each look. */
async function sheets(component, states) {
  const name = component.toLowerCase().replaceAll(/[^a-z]+/g, "-");
  mkdirSync(target, { recursive: true });
  const page = await browser.newPage({
    viewport: { width: columns * (width + 16) + 16, height: 800 },
    deviceScaleFactor: 0.7,
  });
  for (const [index, { theme, direction }] of looks.entries()) {
    const tiles = states.map(
      ({ name: state, pictures }) =>
        `<figure><figcaption>${state}</figcaption><img src="data:image/png;base64,${pictures[index]}"></figure>`,
    );
    await page.setContent(`<style>${style}</style><main>${tiles.join("")}</main>`);
    const webp = await compressed(page, await page.screenshot({ fullPage: true }));
    const file = `${name}-${theme}-${direction}.webp`;
    writeFileSync(join(target, file), webp);
    console.log(`${file}: ${states.length} states, ${Math.round(webp.length / 1000)} kB`);
  }
  await page.close();
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
      return canvas.toDataURL("image/webp", 0.6);
    },
    `data:image/png;base64,${png.toString("base64")}`,
  );
  return Buffer.from(address.slice(address.indexOf(",") + 1), "base64");
}
