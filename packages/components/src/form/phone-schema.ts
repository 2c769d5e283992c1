import * as z from "zod/mini";
import type { ValidationKey } from "../i18n/messages.js";
import { e164Of } from "./phone-number.js";

/** What a form with a phone number holds: what was typed, and the country chosen for it. */
export const phoneShape = { phone: z.string(), phone_country: z.string() };

/** What a form with a phone number holds. */
export interface PhoneValues {
  readonly phone: string;
  readonly phone_country: string;
}

/** Judges the number of an object with `phoneShape`; what is wrong is said at `phone`. */
export function checkPhone({ required }: { readonly required: boolean }) {
  return z.check<PhoneValues>(({ value, issues }) => {
    const problem = problemOf(value, required);
    if (problem) issues.push({ code: "custom", input: value, path: ["phone"], message: problem });
  });
}

function problemOf(values: PhoneValues, required: boolean): ValidationKey | undefined {
  if (values.phone.trim() === "") return required ? "phone_required" : undefined;
  return e164Of(values.phone_country, values.phone) ? undefined : "phone_invalid";
}
