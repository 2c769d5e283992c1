import * as z from "zod/mini";
import { emailField, passwordField } from "../form/field-schemas.js";

/** What the login form holds. */
export const loginSchema = z.object({ email: emailField, password: passwordField });

/** What the login form holds. */
export type LoginValues = z.infer<typeof loginSchema>;
