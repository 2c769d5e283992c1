import { both, keptInBoth, valueOf, type CallbackClass, type Fields } from "../callback-row.js";

/** What stands in an error's text, and must never be seen again. */
export const strangersWords = "Words-of-a-stranger";

const markup = encodeURIComponent(`<img src=x onerror=alert(1)>${strangersWords}`);

/** A failure in the place of the response, with its state. */
function failure(real: Fields, error: string, ...more: Fields): Fields {
  return [["error", error], ["state", valueOf(real, "state")], ...more];
}

/** The kind of the failure, its text, and where it comes from. */
export const errors: CallbackClass = {
  name: "error responses",
  rows: [
    {
      id: "a failure of an unknown state",
      spoil: () => [
        ["error", "access_denied"],
        ["error_description", markup],
        ["state", "forged"],
      ],
      ends: both("unsolicited"),
      keeps: keptInBoth,
    },
    {
      id: "a failure without a state",
      spoil: () => [
        ["error", "access_denied"],
        ["error_description", markup],
      ],
      ends: both("nothing"),
      keeps: keptInBoth,
    },
    {
      id: "an object as the description",
      spoil: (real) => failure(real, "access_denied", ["error_description[a]", strangersWords]),
      ends: both("invalid_callback"),
    },
    {
      id: "markup in the description",
      spoil: (real) =>
        failure(real, "access_denied", ["error_description", markup], ["error_uri", markup]),
      ends: both("access_denied"),
    },
    {
      id: "an error named after a prototype",
      spoil: (real) => failure(real, "__proto__", ["error_description", "constructor"]),
      ends: both("server"),
    },
  ],
};
