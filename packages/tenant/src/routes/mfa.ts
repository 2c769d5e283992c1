import { showMfa, submitMfa } from "../endpoints/hosted-mfa.js";
import { showMfaEnrollment, submitMfaEnrollment } from "../endpoints/hosted-mfa-enroll.js";
import { associateMfa } from "../endpoints/mfa-associate.js";
import { listMfaAuthenticators, removeMfaAuthenticator } from "../endpoints/mfa-authenticators.js";
import { challengeMfa } from "../endpoints/mfa-challenge.js";
import type { Route } from "./route.js";

const crossOrigin = { access: "cross-origin" } as const;

/** The MFA API and the hosted second step. */
export const mfaRoutes: readonly Route[] = [
  {
    ...crossOrigin,
    method: "GET",
    path: "/mfa/authenticators",
    handler: listMfaAuthenticators,
  },
  {
    ...crossOrigin,
    method: "DELETE",
    path: "/mfa/authenticators/:id",
    handler: removeMfaAuthenticator,
  },
  { ...crossOrigin, method: "POST", path: "/mfa/associate", handler: associateMfa },
  { ...crossOrigin, method: "POST", path: "/mfa/challenge", handler: challengeMfa },
  { method: "GET", path: "/u/mfa", access: "navigation", handler: showMfa },
  { method: "POST", path: "/u/mfa", access: "own-page", handler: submitMfa },
  { method: "GET", path: "/u/mfa/enroll", access: "navigation", handler: showMfaEnrollment },
  { method: "POST", path: "/u/mfa/enroll", access: "own-page", handler: submitMfaEnrollment },
];
