import { fakeError } from "../../packages/core/src/testing/index.js";
import type { AuthError, AuthErrorCode, PasswordRule } from "../../packages/react/src/index.js";

/** The failure of a code, as it might come. */
export function sampleError(code: AuthErrorCode): AuthError {
  switch (code) {
    case "network":
      return fakeError(code, { online: true });
    case "timeout":
      return fakeError(code, { deadline: 15_000 });
    case "rate_limited":
      return fakeError(code, {}, { retryAfter: 30_000 });
    case "invalid_token":
      return fakeError(code, { reason: "expired" });
    case "invalid_password":
      return fakeError(code, { policy: "strength", rules });
    case "legacy_endpoint_disabled":
      return fakeError(code, { modern: "getUser" });
    default:
      return fakeError(code);
  }
}

const rules: readonly PasswordRule[] = [
  { code: "lengthAtLeast", format: [10], verified: true, items: [] },
  { code: "upperCase", format: [], verified: false, items: [] },
  { code: "numbers", format: [], verified: false, items: [] },
];
