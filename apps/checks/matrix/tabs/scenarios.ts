import { apart } from "./apart.js";
import { interrupted } from "./interrupted.js";
import type { TabScenario } from "./tab-scenario.js";
import { together } from "./together.js";

/** The twelve scenarios. */
export const scenarios: readonly TabScenario[] = [...together, ...interrupted, ...apart];
