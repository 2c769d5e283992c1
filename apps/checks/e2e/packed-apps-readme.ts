import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");

/** The application of the READMEs' examples, as somebody fills it in. */
export interface Application {
  readonly domain: string;
  readonly clientId: string;
}

/** Writes the app that the README begins with into the sources of an app. */
export async function writeReadmeApp(folder: string, application: Application): Promise<void> {
  const code = await example(join(root, "README.md"), "tsx", application);
  await writeFile(join(folder, "src/app.tsx"), code);
}

/**
 * Writes the page without React that the installed package's own README shows, and the file that it loads. Returns the
 * name by which a policy lets its script run.
 */
export async function writeReadmePage(folder: string, application: Application): Promise<string> {
  const own = join(folder, "node_modules/@portico/components");
  const page = await example(join(own, "README.md"), "html", application);
  await mkdir(join(folder, "public"));
  await writeFile(join(folder, "public/index.html"), page);
  await copyFile(join(own, "dist/widget.js"), join(folder, "public/widget.js"));
  const [, script = ""] = /<script type="module">(.*?)<\/script>/s.exec(page) ?? [];
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

/** The first block of a language. */
async function example(file: string, language: string, application: Application): Promise<string> {
  const block = new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "ms");
  const [, code = ""] = block.exec(await readFile(file, "utf8")) ?? [];
  return code
    .replace("example.eu.auth0.com", application.domain)
    .replace("your-client-id", application.clientId);
}
