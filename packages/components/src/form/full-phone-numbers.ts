import {
  isSupportedCountry,
  parsePhoneNumberFromString,
  type PhoneNumber,
} from "libphonenumber-js/max";
import { dialled } from "../parts/digits.js";

/**
 * A phone number in E.164, such as `+4930901820`, from what people type: with a plus sign or `00`, or as they dial it
 * in `country` (two letters of ISO 3166). Undefined where no country gives out such a number. For `PhoneNumbersProvider`.
 */
export function e164Of(country: string, typed: string): string | undefined {
  return parsed(country, typed)?.number;
}

/** A phone number as it is written in its country or, if it was typed with a plus sign or `00`, abroad; else undefined. */
export function format(country: string, typed: string): string | undefined {
  const number = parsed(country, typed);
  return dialled(typed).startsWith("+") ? number?.formatInternational() : number?.formatNational();
}

function parsed(country: string, typed: string): PhoneNumber | undefined {
  const number = dialled(typed);
  // Letters and extensions are no part of what can be called back.
  if (!/^\+?\d{2,20}$/.test(number)) return undefined;
  const found = parsePhoneNumberFromString(
    number,
    isSupportedCountry(country) ? country : undefined,
  );
  // A few countries' rules let a number be longer than E.164 does.
  return found?.isValid() && /^\+\d{7,15}$/.test(found.number) ? found : undefined;
}
