import createPolicy from "password-sheriff";
import type { PasswordPolicyName } from "../state/connections.js";

/** A rule as Auth0 words it, met or not; `items` are the kinds of characters it is about. */
export type PasswordRule = ReturnType<ReturnType<typeof createPolicy>["missing"]>["rules"][number];

/** The rules of a policy, none of them met. */
export function passwordRules(policy: PasswordPolicyName): PasswordRule[] {
  return createPolicy(policy).missing("").rules;
}
