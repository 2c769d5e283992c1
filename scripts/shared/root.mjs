import { dirname } from "node:path";

/** The repository's folder. */
export const root = dirname(dirname(import.meta.dirname));

/** The one Vite configuration. */
export const viteConfig = `${root}/vite.config.ts`;

/** What a run may throw away; git ignores it. */
export const cache = `${root}/node_modules/.cache/portico`;
