import { accountCalls } from "./calls/account-calls.js";
import { linkingCalls } from "./calls/linking-calls.js";
import { passwordCalls } from "./calls/password-calls.js";
import { passwordlessCalls } from "./calls/passwordless-calls.js";
import { redirectCalls } from "./calls/redirect-calls.js";
import { secondFactorCalls } from "./calls/second-factor-calls.js";
import { sessionCalls } from "./calls/session-calls.js";
import type { FaultyCall } from "./faulty-call.js";

/** Every call that is met by faults. */
export const faultyCalls: readonly FaultyCall[] = [
  ...passwordCalls,
  ...accountCalls,
  ...passwordlessCalls,
  ...sessionCalls,
  ...redirectCalls,
  ...secondFactorCalls,
  ...linkingCalls,
];
