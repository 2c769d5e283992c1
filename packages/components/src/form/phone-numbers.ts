import type { ValidationKey } from "../i18n/messages.js";
import { onDemand } from "../parts/on-demand.js";
import type { PhoneValues } from "./phone-number.js";

/** All that there is to know about phone numbers, for forms that seldom ask for one. */
export const phoneNumbers = onDemand(() => import("./phone-number.js"));

/** What is wrong with the number of a form. It is loaded first what it takes to tell. */
export async function judgePhone(
  values: PhoneValues,
  required: boolean,
): Promise<ValidationKey | undefined> {
  try {
    const { phoneProblem } = await phoneNumbers.load();
    return phoneProblem(values, required);
  } catch (error) {
    // The reader learns that it did not work; what is wrong with it is for whoever serves the page.
    reportError(error);
    return "refused";
  }
}
