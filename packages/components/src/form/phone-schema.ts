import * as z from "zod/mini";
import { phoneProblem, type PhoneValues } from "./phone-number.js";

/** What a form with a phone number holds: what was typed, and the country chosen for it. */
export const phoneShape = { phone: z.string(), phone_country: z.string() };

/** Judges the number of an object with `phoneShape`; what is wrong is said at `phone`. */
export function checkPhone({ required }: { readonly required: boolean }) {
  return z.check<PhoneValues>(({ value, issues }) => {
    const problem = phoneProblem(value, required);
    if (problem) issues.push({ code: "custom", input: value, path: ["phone"], message: problem });
  });
}
