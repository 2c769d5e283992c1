import {
  both,
  having,
  keptInBoth,
  lacking,
  renaming,
  type CallbackClass,
} from "../callback-row.js";

const forged = "a-state-that-nobody-in-this-browser-ever-made";

/** The state is absent, empty, malformed, somebody else's or spent. */
export const states: CallbackClass = {
  name: "state",
  rows: [
    {
      id: "no state",
      spoil: (real) => lacking(real, "state"),
      // A code without a state may be anything, such as that of a voucher. A token is always one.
      ends: { fragment: "invalid_callback", query: "nothing" },
      keeps: keptInBoth,
    },
    {
      id: "an empty state",
      spoil: (real) => having(real, "state", ""),
      ends: both("invalid_callback"),
      keeps: keptInBoth,
    },
    {
      id: "an unknown state",
      spoil: (real) => having(real, "state", forged),
      ends: both("transaction_lost"),
      keeps: keptInBoth,
    },
    {
      id: "a state in brackets",
      spoil: (real) => renaming(real, "state", "state[]"),
      ends: both("invalid_callback"),
      keeps: keptInBoth,
    },
    {
      id: "a second state",
      spoil: (real) => [...real, ["state", forged]],
      ends: both("invalid_callback"),
      keeps: keptInBoth,
    },
    {
      id: "a state of another tab",
      transaction: "another tab's",
      spoil: (real) => real,
      ends: both("transaction_lost"),
    },
    {
      id: "a state that is spent",
      transaction: "spent",
      spoil: (real) => real,
      ends: both("transaction_lost"),
    },
  ],
};
