import { expect, test } from "vitest";
import { isSilentRefusal } from "./silent-refusals.js";

test.each(["login_required", "consent_required", "interaction_required", "mfa_required"])(
  "%s says that the user would have to be asked",
  (word) => {
    expect(isSilentRefusal(word)).toBe(true);
  },
);

test.each(["access_denied", "", undefined, null, ["login_required"]])("%j does not", (word) => {
  expect(isSilentRefusal(word)).toBe(false);
});
