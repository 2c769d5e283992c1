import { viewCode } from "../src/auth-panel/view-code.js";
import { socialSection } from "../src/form/other-ways.js";
import { phoneNumbers } from "../src/form/phone-numbers.js";
import { phoneCountry } from "../src/parts/phone-field.js";

/** Loads what forms load when they need it, for tests that are about something else. */
export async function loadEverything(): Promise<void> {
  const views = Object.values(viewCode);
  await Promise.all(
    [socialSection, phoneNumbers, phoneCountry, ...views].map((code) => code.load()),
  );
}
