import { join } from "node:path";
import { buildAs } from "./build-as.js";
import { builtOnce } from "./builds.js";
import { serveFolder } from "./serve-folder.js";

/** The harness page for React apps, and the page that its popups come back to. */
export interface ReactPages {
  readonly origin: string;
  readonly page: string;
  readonly popup: string;
  close(): Promise<void>;
}

/**
 * Builds the page with React's development build, which alone warns and alone makes StrictMode do its work, and
 * serves it. It is told its tenant when it is opened, so one build does for all tests.
 */
export async function serveReactPages(): Promise<ReactPages> {
  const folder = await builtOnce("react-pages", buildReactPages);
  const served = await serveFolder(folder);
  const origin = `http://localhost:${served.port}`;
  return {
    origin,
    page: `${origin}/`,
    popup: `${origin}/popup.html`,
    close: served.close,
  };
}

function buildReactPages(folder: string): Promise<void> {
  const harness = join(import.meta.dirname, "../harness/hooks");
  return buildAs("development", {
    root: harness,
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: ["index", "popup"].map((page) => join(harness, `${page}.html`)),
      },
    },
  });
}
