import type { CallbackClass } from "./callback-row.js";
import { completeness } from "./rows/completeness.js";
import { encodings, numbers } from "./rows/encodings.js";
import { errors } from "./rows/errors.js";
import { shapes } from "./rows/shapes.js";
import { states } from "./rows/states.js";

/** Every malformed response. */
export const classes: readonly CallbackClass[] = [
  states,
  completeness,
  shapes,
  encodings,
  numbers,
  errors,
];
