import { isSilentRefusal, type SilentRefusal } from "../errors/silent-refusals.js";

const usual = "Login required";

/**
 * What the tenant answers to `prompt=none` where nobody is signed in, if a message says that and nothing else. Every
 * other answer, such as that a second factor is due, takes a closer look: undefined.
 */
export function plainRefusal({
  state: _state,
  error,
  error_description: words = usual,
  ...more
}: Readonly<Record<string, unknown>>): SilentRefusal | undefined {
  const isPlain = words === usual && Object.keys(more).length === 0;
  return isPlain && isSilentRefusal(error) ? error : undefined;
}
