"use client";

import { createContext, useState, type ReactNode } from "react";
import { onDemand, type OnDemand } from "./on-demand.js";

/** What can tell a phone number from other digits. `country` is two letters of ISO 3166, or empty where none is chosen. */
export interface PhoneNumbers {
  /** The number in E.164, such as `+4930901820`; undefined where what was typed is no number of any country. */
  readonly e164Of: (country: string, typed: string) => string | undefined;
  /** The number as people write it, which a field shows when it is left; undefined where it is none. */
  readonly format?: ((country: string, typed: string) => string | undefined) | undefined;
}

/** What an app brings to judge phone numbers, from when a field needs it. */
export const PhoneNumbersContext = createContext<OnDemand<PhoneNumbers> | undefined>(undefined);

/** What `PhoneNumbersProvider` takes. */
export interface PhoneNumbersProviderProps {
  /**
   * Fetches what judges the numbers, such as `() => import("@portico/components/phone-numbers")`: called when somebody
   * comes to a field for one, and again if it failed. Read once.
   */
  readonly load: () => Promise<PhoneNumbers>;
  readonly children?: ReactNode;
}

/** Has the phone numbers of all components below it judged by the app's choice, in place of their shape alone. */
export function PhoneNumbersProvider({ load, children }: PhoneNumbersProviderProps): ReactNode {
  const [numbers] = useState(() => onDemand(load));
  return <PhoneNumbersContext.Provider value={numbers}>{children}</PhoneNumbersContext.Provider>;
}
