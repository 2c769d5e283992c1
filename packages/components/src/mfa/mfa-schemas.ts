import * as z from "zod/mini";
import { emailField } from "../form/field-schemas.js";
import { checkPhone, phoneShape } from "../form/phone-schema.js";
import type { ValidationKey } from "../i18n/messages.js";

const codeRequired: ValidationKey = "code_required";

/** What the form for an answer holds: a code, or a recovery code in its place. */
export const answerSchema = z.object({
  code: z.string().check(z.trim(), z.minLength(1, codeRequired)),
});

/** What the form for the phone of a new factor holds. */
export const phoneSchema = z.object(phoneShape).check(checkPhone({ required: true }));

/** What the form for the address of a new factor holds. */
export const emailSchema = z.object({ email: emailField });

/** What the form for an answer holds. */
export type AnswerValues = z.infer<typeof answerSchema>;

/** What the form for the phone of a new factor holds. */
export type PhoneValues = z.infer<typeof phoneSchema>;

/** What the form for the address of a new factor holds. */
export type EmailValues = z.infer<typeof emailSchema>;
