import {
  both,
  having,
  keptInBoth,
  proofOf,
  textOf,
  valueOf,
  type CallbackClass,
} from "../callback-row.js";

/** Escapes, separators, sizes; and the numbers. */
export const encodings: CallbackClass = {
  name: "encoding and size",
  rows: [
    {
      id: "a cut escape in the proof",
      spoil: (real, channel) =>
        having(real, proofOf(channel), `${valueOf(real, proofOf(channel))}%E0%A4%A`),
      ends: { fragment: "invalid_token", query: "invalid_request" },
    },
    {
      id: "a space in the proof",
      spoil: (real, channel) =>
        having(real, proofOf(channel), `${valueOf(real, proofOf(channel))}+x`),
      ends: { fragment: "invalid_callback", query: "invalid_grant" },
    },
    {
      id: "more than 16 KB",
      spoil: (real) => [...real, ["padding", "x".repeat(16_384)]],
      ends: both("invalid_callback"),
      keeps: keptInBoth,
    },
    {
      id: "a thousand scopes",
      spoil: (real) => [...real, ...Array.from({ length: 1000 }, () => ["scope", "a"] as const)],
      ends: both("invalid_callback"),
    },
    {
      id: "a second mark behind it",
      spoil: (real, channel) => textOf(real) + (channel === "fragment" ? "#top" : "?top"),
      ends: both("transaction_lost"),
      keeps: keptInBoth,
    },
    {
      id: "a path of a router before it",
      spoil: (real) => `/callback?${textOf(real)}`,
      ends: { fragment: "invalid_callback", query: "nothing" },
      keeps: { query: true },
    },
  ],
};

/** How long a token lives. It says nothing beside a code, whose tokens come with a life of their own. */
export const numbers: CallbackClass = {
  name: "numbers",
  rows: ["soon", "0", "1e3", "31536001"].map((seconds) => ({
    id: `expires_in=${seconds}`,
    spoil: (real) => [
      ...real.filter(([name]) => name !== "expires_in"),
      ["expires_in", seconds] as const,
    ],
    ends: { fragment: "invalid_callback", query: "signs in" },
  })),
};
