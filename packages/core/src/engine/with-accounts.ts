import {
  changePassword as requestPasswordChange,
  type ChangePasswordRequest,
} from "../authentication/change-password.js";
import { signup as createUser, type NewUser } from "../authentication/signup.js";
import type { CallOptions } from "../transport/deadline.js";
import type { Workings } from "./workings.js";

/** Creates a user. */
export function signup(
  { config }: Workings,
  connection: string,
  user: NewUser,
  options: CallOptions,
): Promise<void> {
  return createUser(config.tenant, connection, user, options);
}

/** Mails a link to set a new password. */
export function changePassword(
  { config }: Workings,
  request: ChangePasswordRequest,
  options: CallOptions,
): Promise<void> {
  return requestPasswordChange(config.tenant, request, options);
}
