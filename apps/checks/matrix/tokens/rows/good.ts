import { everywhere, type TokenClass } from "../token-row.js";

export const good: TokenClass = {
  title: "good tokens",
  rows: [
    { id: "a plain valid token", at: everywhere("accepted") },
    {
      id: "an aud array of one",
      token: ({ clientId }) => ({ claims: { aud: [clientId] } }),
      at: everywhere("accepted"),
    },
    {
      id: "no kid with a set of one key",
      token: { withoutHeader: ["kid"] },
      at: everywhere("accepted"),
    },
    {
      id: "expired 30 s ago under the usual leeway",
      token: { times: { exp: -30 } },
      at: everywhere("accepted"),
    },
    { id: "no typ", token: { withoutHeader: ["typ"] }, at: everywhere("accepted") },
    {
      id: "a key without use and alg",
      keys: { without: ["use", "alg"] },
      at: everywhere("accepted"),
    },
    {
      id: "one aud with the right azp",
      token: ({ clientId }) => ({ claims: { azp: clientId } }),
      at: everywhere("accepted"),
    },
    {
      id: "a new kid that is found when the keys are read again",
      token: { key: "foreign", header: { kid: "new" } },
      keysAfterwards: { key: "foreign", members: { kid: "new" } },
      at: everywhere("accepted"),
    },
  ],
};
