import * as z from "zod/mini";
import type { ValidationKey } from "../i18n/messages.js";
import { emailField } from "./field-schemas.js";
import { checkPhone, phoneShape } from "./phone-schema.js";

const codeRequired: ValidationKey = "code_required";

/** What a form for an e-mail address alone holds. */
export const emailSchema = z.object({ email: emailField });

/** What a form for an e-mail address alone holds. */
export type EmailValues = z.infer<typeof emailSchema>;

/** What a form for a phone number alone holds. */
export const phoneSchema = z.object(phoneShape).check(checkPhone({ required: true }));

/** What a form for a phone number alone holds. */
export type PhoneValues = z.infer<typeof phoneSchema>;

/** What a form for a code, or for a recovery code in its place, holds. */
export const codeSchema = z.object({
  code: z.string().check(z.trim(), z.minLength(1, codeRequired)),
});

/** What a form for a code holds. */
export type CodeValues = z.infer<typeof codeSchema>;
