import type { TokenParams } from "@portico/react";
import type { FormSchema } from "./schema-resolver.js";

/** What a sign-in asks the tenant for, with the invitation that it takes up. */
export interface InvitedParams extends TokenParams {
  /**
   * The ticket of an invitation to `organization`, such as `readInvitation` finds it. The tenant takes it up at GET
   * /authorize alone: a form that signs in or up has no fields then and leads there, and every other way there takes it
   * along.
   */
  readonly invitation?: string | undefined;
}

/** Judges a form that leads to the tenant's own page, since there is an invitation; undefined where there is none. */
export function invitedSchema<Values>(
  invitation: string | undefined,
): FormSchema<Values> | undefined {
  return invitation ? (values) => ({ value: values }) : undefined;
}
