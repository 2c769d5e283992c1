import * as z from "zod/mini";
import type { ValidationKey } from "../i18n/messages.js";
import type { OnDemand } from "../parts/on-demand.js";
import type { PhoneNumbers } from "../parts/phone-numbers-provider.js";
import { emailField } from "./field-schemas.js";
import { judgePhone, type PhoneValues } from "./phone-numbers.js";
import { verdictOf, type Judge } from "./schema-resolver.js";

const codeRequired: ValidationKey = "code_required";

/** What a form for an e-mail address alone holds. */
export const emailSchema = z.object({ email: emailField });

/** What a form for an e-mail address alone holds. */
export type EmailValues = z.infer<typeof emailSchema>;

export type { PhoneValues };

/** Judges a form for a phone number alone; what it is sent with is in E.164. */
export function phoneJudge(numbers: OnDemand<PhoneNumbers>): Judge<PhoneValues> {
  return async (values) => {
    const verdict = await judgePhone(numbers, values, true);
    if (verdict.problem) return verdictOf(values, { phone: verdict.problem });
    return { value: { ...values, phone: verdict.number } };
  };
}

/** What a form for a code, or for a recovery code in its place, holds. */
export const codeSchema = z.object({
  code: z.string().check(z.trim(), z.minLength(1, codeRequired)),
});

/** What a form for a code holds. */
export type CodeValues = z.infer<typeof codeSchema>;
