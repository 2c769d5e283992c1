import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildAs } from "../../stack/build-as.js";
import { fewFiles } from "../../stack/page-template.js";

const root = join(import.meta.dirname, "../../../..");

/** One of the builds: only React's development build warns, and people ship the other one. */
export interface Variant {
  readonly react: "18" | "19";
  readonly mode: "development" | "production";
}

/** Builds the page in `sources` for the browser into `folder`/client and for the server into `folder`/server. */
export async function buildPages(
  folder: string,
  { react, mode }: Variant,
  sources = import.meta.dirname,
): Promise<void> {
  const shared = {
    root: sources,
    define: { "process.env.NODE_ENV": JSON.stringify(mode) },
    resolve: { alias: react === "18" ? react18() : {} },
  } as const;
  await buildAs(mode, {
    ...shared,
    build: {
      outDir: join(folder, "client"),
      emptyOutDir: true,
      rolldownOptions: {
        input: { client: join(sources, "client.tsx") },
        output: { entryFileNames: "[name].js", codeSplitting: { groups: fewFiles } },
      },
    },
  });
  await buildAs(mode, {
    ...shared,
    ssr: { noExternal: true },
    build: {
      outDir: join(folder, "server"),
      emptyOutDir: true,
      ssr: true,
      rolldownOptions: {
        input: { server: join(sources, "server.tsx") },
        output: { entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" },
      },
    },
  });
}

/** The oldest React that the packages support, in the place of their own. */
function react18(): Record<string, string> {
  const folder = join(root, "apps/react-18");
  const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  return Object.fromEntries(
    Object.keys(dependencies).map((name) => [name, join(folder, "node_modules", name)]),
  );
}
