import { afterEach, describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { onDemand } from "../parts/on-demand.js";
import * as full from "./full-phone-numbers.js";
import { judgePhone, phoneNumbers } from "./phone-numbers.js";

keepConsoleQuiet();
afterEach(() => vi.unstubAllGlobals());

const fully = onDemand(async () => full);

/** What somebody types in a country, what our own judgement makes of it, and what the library does. */
const table: readonly (readonly [
  string,
  string,
  string,
  string | undefined,
  string | undefined,
])[] = [
  // Whole and valid, as it is dialled at home.
  ["with a zero in front", "DE", "030 901820", "+4930901820", "+4930901820"],
  ["without it", "DE", "30 901820", "+4930901820", "+4930901820"],
  ["with a zero that belongs to it", "IT", "06 6981 2345", "+390669812345", "+390669812345"],
  ["with an area code", "US", "(202) 555-0143", "+12025550143", "+12025550143"],
  ["with a one in front", "US", "1 202 555 0143", "+12025550143", "+12025550143"],
  ["of the country next door", "US", "613 555 0143", "+16135550143", "+16135550143"],
  ["with two digits in front", "HU", "06 30 123 4567", "+36301234567", "+36301234567"],
  ["with an eight in front", "RU", "8 (812) 234-56-78", "+78122345678", "+78122345678"],
  ["in digits of its country", "EG", "٠١٠ ١٢٣٤ ٥٦٧٨", "+201012345678", "+201012345678"],
  ["of eight digits", "SG", "8123 4567", "+6581234567", "+6581234567"],
  // Whole and valid, pasted from abroad.
  ["pasted with a plus sign", "FR", "+49 30 901820", "+4930901820", "+4930901820"],
  ["pasted with 00", "FR", "0049 30 901820", "+4930901820", "+4930901820"],
  ["pasted with a zero in brackets", "FR", "+49 (0)30 901820", "+4930901820", "+4930901820"],
  [
    "pasted with marks of direction",
    "IL",
    "\u202a+972 50‑234‑5678\u202c",
    "+972502345678",
    "+972502345678",
  ],
  ["pasted where no country is chosen", "", "+44 20 7946 0018", "+442079460018", "+442079460018"],
  // Of the shape of a number, and none.
  ["too short", "DE", "0151 234", "+49151234", undefined],
  ["too short", "US", "202 555 01", "+120255501", undefined],
  ["too short, pasted", "", "+44 20 7946", "+44207946", undefined],
  ["too long", "US", "202 555 01 43 99", "+1202555014399", undefined],
  ["too long", "FR", "06 12 34 56 78 90", "+3361234567890", undefined],
  ["of no area", "US", "123 456 7890", "+1234567890", undefined],
  ["of no network", "IL", "050-123-4567", "+972501234567", undefined],
  ["of no network", "FR", "00 00 00 00 00", undefined, undefined],
  ["of no country", "", "+999 123 456 789", "+999123456789", undefined],
  ["of a mobile at home", "AR", "011 15-2345-6789", "+54111523456789", "+5491123456789"],
  // Nothing that can be called back.
  ["in letters", "US", "1 800 FLOWERS", undefined, undefined],
  ["with an extension", "DE", "030 901820 ext. 5", undefined, undefined],
  ["of no chosen country", "", "030 901820", undefined, undefined],
  ["of an unknown country", "ZZ", "030 901820", undefined, undefined],
  ["of signs alone", "DE", "+", undefined, undefined],
  ["without an end", "DE", "9".repeat(10_000), undefined, undefined],
];

describe("judgePhone", () => {
  it.each(table)("a number %s (%s: %j) by its shape is %s", async (...row) => {
    const [, country, phone, own] = row;
    expect(await judge(phoneNumbers, country, phone)).toEqual(verdict(own));
  });

  it.each(table)("a number %s (%s: %j), %s by its shape, by the library is %s", async (...row) => {
    const [, country, phone, , whole] = row;
    expect(await judge(fully, country, phone)).toEqual(verdict(whole));
  });

  it.each([phoneNumbers, fully])(
    "an empty one is missing only where it is asked for",
    async (by) => {
      const values = { phone: " ", phone_country: "DE" };
      expect(await judgePhone(by, values, true)).toEqual({ problem: "phone_required" });
      expect(await judgePhone(by, values, false)).toEqual({ number: "" });
    },
  );

  it("refuses, and reports why, where what judges it can't be had; the next number tries again", async () => {
    const reported = vi.fn();
    vi.stubGlobal("reportError", reported);
    const offline = new Error("offline");
    const load = vi.fn(async () => full).mockRejectedValueOnce(offline);
    const numbers = onDemand(load);
    expect(await judge(numbers, "DE", "030 901820")).toEqual({ problem: "refused" });
    expect(reported).toHaveBeenCalledWith(offline);
    expect(await judge(numbers, "DE", "030 901820")).toEqual({ number: "+4930901820" });
  });
});

function judge(numbers: typeof fully | typeof phoneNumbers, country: string, phone: string) {
  return judgePhone(numbers, { phone, phone_country: country }, true);
}

function verdict(number: string | undefined) {
  return number ? { number } : { problem: "phone_invalid" };
}
