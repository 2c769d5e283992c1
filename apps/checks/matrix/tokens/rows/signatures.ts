import { everywhere, type TokenClass } from "../token-row.js";

export const algorithm: TokenClass = {
  title: "algorithm",
  rows: [
    {
      id: "alg none, without a signature",
      token: { header: { alg: "none" } },
      at: everywhere("algorithm"),
    },
    {
      id: "HS256 keyed with the public key",
      token: { header: { alg: "HS256" } },
      at: everywhere("algorithm"),
    },
    {
      id: "PS256 by the right key",
      token: { header: { alg: "PS256" } },
      at: everywhere("algorithm"),
    },
    {
      id: "RS256 in lower case",
      token: { header: { alg: "rs256" } },
      at: everywhere("algorithm"),
    },
  ],
};

export const signature: TokenClass = {
  title: "signature",
  rows: [
    { id: "signed by another key", token: { key: "foreign" }, at: everywhere("signature") },
    { id: "empty signature", token: { signature: "absent" }, at: everywhere("signature") },
    {
      id: "another spelling of the same bytes",
      token: { signature: "respelled" },
      at: everywhere("signature"),
    },
    {
      id: "claims swapped under the signature",
      token: { claims: { sub: "auth0|somebody-else" }, signature: "of-other-claims" },
      at: everywhere("signature"),
    },
    {
      id: "padding of one byte",
      token: { signature: "short-padding" },
      at: everywhere("signature"),
    },
  ],
};

export const header: TokenClass = {
  title: "header extensions",
  rows: [
    {
      id: "crit with an unknown name",
      token: { header: { crit: ["https://unknown.example/a"], "https://unknown.example/a": 1 } },
      at: everywhere("header"),
    },
    {
      id: "an access token by its type",
      token: { header: { typ: "at+jwt" } },
      at: everywhere("header"),
    },
    {
      id: "another key, whose place the header tells",
      token: { key: "foreign", header: { jku: "https://another-tenant.example/jwks.json" } },
      at: everywhere("signature"),
    },
  ],
};

export const keyChoice: TokenClass = {
  title: "key choice",
  rows: [
    { id: "unknown kid", token: { header: { kid: "unknown" } }, at: everywhere("key") },
    {
      id: "no kid with several keys",
      token: { withoutHeader: ["kid"] },
      keys: { beside: "foreign" },
      at: everywhere("key"),
    },
    { id: "a key for encryption", keys: { members: { use: "enc" } }, at: everywhere("key") },
    { id: "a key for RS512", keys: { members: { alg: "RS512" } }, at: everywhere("key") },
    { id: "an EC key under the same kid", keys: { key: "elliptic" }, at: everywhere("key") },
    {
      id: "a key of 1024 bits",
      token: { key: "small" },
      keys: { key: "small" },
      at: everywhere("key"),
    },
  ],
};
