import { both, having, lacking, proofOf, type CallbackClass } from "../callback-row.js";

/** Something is missing, too much, or not what was asked for. */
export const completeness: CallbackClass = {
  name: "completeness",
  rows: [
    {
      id: "no proof",
      spoil: (real, channel) => lacking(real, proofOf(channel)),
      ends: { fragment: "invalid_callback", query: "nothing" },
      keeps: { query: true },
    },
    {
      id: "an access token alone",
      answers: "tokens",
      spoil: (real) => lacking(real, "id_token"),
      ends: both("invalid_callback"),
    },
    {
      id: "an empty proof",
      spoil: (real, channel) => having(real, proofOf(channel), ""),
      ends: both("invalid_callback"),
    },
    {
      id: "an empty ID token",
      spoil: (real) => [...lacking(real, "id_token"), ["id_token", ""]],
      ends: both("invalid_callback"),
    },
    {
      id: "a refresh token",
      spoil: (real) => [...real, ["refresh_token", "canary-refresh-token"]],
      ends: both("invalid_callback"),
    },
    {
      id: "a code where tokens were asked for",
      asks: { query: "tokens" },
      answers: "code",
      spoil: (real) => real,
      ends: both("invalid_callback"),
    },
    {
      id: "tokens where a code was asked for, or in the query",
      asks: { fragment: "code", query: "tokens" },
      answers: "tokens",
      spoil: (real) => real,
      ends: both("invalid_callback"),
    },
    {
      id: "a code where it was not asked to stand",
      asks: { fragment: "code" },
      asksMode: { query: "fragment" },
      spoil: (real) => real,
      ends: both("invalid_callback"),
    },
    {
      id: "a code beside tokens",
      spoil: (real, channel) => [
        ...real,
        channel === "fragment" ? ["code", "canary-code"] : ["id_token", "e30.e30.canary"],
      ],
      ends: both("invalid_callback"),
    },
    {
      id: "an error beside what it denies",
      spoil: (real) => [...real, ["error", "access_denied"]],
      ends: both("invalid_callback"),
    },
    {
      id: "an empty error beside what it denies",
      spoil: (real) => [...real, ["error", ""]],
      ends: both("invalid_callback"),
    },
    {
      id: "another issuer",
      spoil: (real) => [
        ...lacking(real, "iss"),
        ["iss", encodeURIComponent("https://another-tenant.example/")],
      ],
      ends: both("invalid_callback"),
    },
  ],
};
