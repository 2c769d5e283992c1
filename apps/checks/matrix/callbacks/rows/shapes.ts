import {
  both,
  having,
  keptInBoth,
  proofOf,
  renaming,
  valueOf,
  type CallbackClass,
} from "../callback-row.js";

/** Arrays, repetitions, nesting, names of prototypes, control characters. */
export const shapes: CallbackClass = {
  name: "shape",
  rows: [
    {
      id: "a proof in brackets",
      spoil: (real, channel) => renaming(real, proofOf(channel), `${proofOf(channel)}[]`),
      ends: both("invalid_callback"),
    },
    {
      id: "a second proof",
      spoil: (real, channel) => [...real, [proofOf(channel), "canary-second-proof"]],
      ends: both("invalid_callback"),
    },
    {
      id: "a prototype behind the proof",
      spoil: (real, channel) => [...real, [`${proofOf(channel)}[__proto__][polluted]`, "1"]],
      ends: both("invalid_callback"),
    },
    {
      // Parameters that nobody knows are ignored, whatever they are called.
      id: "prototypes beside it",
      spoil: (real) => [
        ["__proto__[polluted]", "1"],
        ["constructor[prototype][polluted]", "1"],
        ["__proto__", "1"],
        ["constructor", "1"],
        ["hasOwnProperty", "1"],
        ...real,
      ],
      ends: both("signs in"),
    },
    {
      id: "a NUL behind the state",
      spoil: (real) => having(real, "state", `${valueOf(real, "state")}%00`),
      ends: both("invalid_callback"),
      keeps: keptInBoth,
    },
    {
      id: "a line break in the scope",
      spoil: (real) => [...having(real, "scope", "openid%0D%0Aemail"), ["session_state", "a%0Ab"]],
      ends: both("invalid_callback"),
    },
  ],
};
