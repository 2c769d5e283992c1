import * as z from "zod/mini";
import { emailField } from "../form/field-schemas.js";

/** What the form for a new password holds. */
export const resetPasswordSchema = z.object({ email: emailField });

/** What the form for a new password holds. */
export type ResetPasswordValues = z.infer<typeof resetPasswordSchema>;
