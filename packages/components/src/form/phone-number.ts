import { dialCodeOf } from "../parts/dial-codes.js";
import { dialled } from "../parts/digits.js";

/**
 * A phone number in E.164, such as `+4930901820`, from what people type: with a plus sign or `00`, or as they dial it
 * in `country` (two letters of ISO 3166), with or without the zero in front. Undefined where it is no whole number.
 */
export function e164Of(country: string, typed: string): string | undefined {
  const number = dialled(typed);
  const whole = number.startsWith("+") ? international(typed, number) : national(country, number);
  return whole !== undefined && /^\+[1-9]\d{6,14}$/.test(whole) ? whole : undefined;
}

/** In "+49 (0)30 901820" the zero is for those who dial inside the country. */
function international(typed: string, number: string): string {
  const code = typed.match(/^([^(]+)[(\uff08][0\uff10][)\uff09]/)?.[1];
  if (code === undefined || keepsZero.test(dialled(code))) return number;
  return dialled(typed.replace(/[(\uff08][0\uff10][)\uff09]/, ""));
}

function national(country: string, number: string): string | undefined {
  const code = dialCodeOf(country);
  if (code === undefined) return undefined;
  return code + number.replace(trunkPrefixes[code] ?? (keepsZero.test(code) ? /^$/ : /^0/), "");
}

// Benin, Burkina Faso, Côte d'Ivoire, Congo, Italy and San Marino: the zero belongs to the number.
const keepsZero = /^\+(22[569]|242|39|378)$/;

// What is dialled before a number inside the country, where it is not a zero.
const trunkPrefixes: Readonly<Record<string, RegExp>> = {
  "+1": /^1/,
  "+7": /^8(?=\d{10}$)/,
  "+36": /^06/,
  "+241": /^0(?=\d{8}$)/,
  "+370": /^[08](?=\d{8}$)/,
  "+375": /^80/,
  "+993": /^8(?=\d{8}$)/,
};
