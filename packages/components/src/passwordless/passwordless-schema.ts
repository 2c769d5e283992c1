import * as z from "zod/mini";
import { emailField } from "../form/field-schemas.js";
import { checkPhone, phoneShape } from "../form/phone-schema.js";
import type { ValidationKey } from "../i18n/messages.js";

const codeRequired: ValidationKey = "code_required";

/** What the form for an e-mail address holds. */
export const emailSchema = z.object({ email: emailField });

/** What the form for an e-mail address holds. */
export type EmailValues = z.infer<typeof emailSchema>;

/** What the form for a phone number holds. */
export const phoneSchema = z.object(phoneShape).check(checkPhone({ required: true }));

/** What the form for a code holds. */
export const codeSchema = z.object({
  code: z.string().check(z.trim(), z.minLength(1, codeRequired)),
});

/** What the form for a code holds. */
export type CodeValues = z.infer<typeof codeSchema>;
