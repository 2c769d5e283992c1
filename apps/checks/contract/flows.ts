import type { Flow } from "./contract-case.js";
import { login } from "./cases/login.js";

/** Every flow of the contract. */
export const flows: readonly Flow[] = [login];
