import type { Gap } from "./contract-case.js";

/** Where an engine does not keep the contract, what it does instead, and why that stays. */
export const gaps: readonly Gap[] = [];
