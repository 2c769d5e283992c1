"use client";

import { useContext } from "react";
import type { ValidationKey } from "../i18n/messages.js";
import { onDemand, type OnDemand } from "../parts/on-demand.js";
import { PhoneNumbersContext, type PhoneNumbers } from "../parts/phone-numbers-provider.js";

/** All that there is to know about phone numbers, for forms that seldom ask for one. */
export const phoneNumbers = onDemand(() => import("./phone-number.js"));

/** What judges the numbers of a form: what the app has brought, or else our own. */
export function usePhoneNumbers(): OnDemand<PhoneNumbers> {
  return useContext(PhoneNumbersContext) ?? phoneNumbers;
}

/** What a form with a phone number holds: what was typed, and the country chosen for it. */
export type PhoneValues = { readonly phone: string; readonly phone_country: string };

/** The number in E.164, empty where none was given or asked for, or what is wrong with it. */
export type PhoneVerdict =
  | { readonly number: string; readonly problem?: undefined }
  | { readonly problem: ValidationKey };

/** Judges the number of a form. It is loaded first what it takes to tell. */
export async function judgePhone(
  numbers: OnDemand<PhoneNumbers>,
  { phone, phone_country: country }: PhoneValues,
  required: boolean,
): Promise<PhoneVerdict> {
  if (phone.trim() === "") return required ? { problem: "phone_required" } : { number: "" };
  try {
    const { e164Of } = await numbers.load();
    const number = e164Of(country, phone);
    return number ? { number } : { problem: "phone_invalid" };
  } catch (error) {
    // The reader learns that it did not work; what is wrong with it is for whoever serves the page.
    reportError(error);
    return { problem: "refused" };
  }
}
