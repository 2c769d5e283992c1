import { loadSources } from "./load-sources.mjs";

/** Loads apps/bench. */
export const loadBench = () => loadSources("/apps/bench/src/index.ts");
