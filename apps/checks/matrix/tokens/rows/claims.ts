import { everywhere, type Known, type TokenClass } from "../token-row.js";

/** A grant without an authorization request has no nonce to compare. */
const nonce = everywhere("nonce", { "token endpoint": "accepted" });

export const claims: TokenClass = {
  title: "registered claims",
  rows: [
    {
      id: "iss of another tenant",
      token: { claims: { iss: "https://another-tenant.example/" } },
      at: everywhere("issuer"),
    },
    {
      id: "iss without its slash",
      token: ({ issuer }) => ({ claims: { iss: issuer.slice(0, -1) } }),
      at: everywhere("issuer"),
    },
    { id: "sub missing", token: { without: ["sub"] }, at: everywhere("subject") },
    {
      id: "sub of 256 characters",
      token: { claims: { sub: "x".repeat(256) } },
      at: everywhere("subject"),
    },
    { id: "nonce wrong", token: { claims: { nonce: "another-nonce" } }, at: nonce },
    { id: "nonce missing", token: { without: ["nonce"] }, at: nonce },
  ],
};

const both = ({ clientId }: Known) => [clientId, "another-client"];

export const audience: TokenClass = {
  title: "audience and azp",
  rows: [
    { id: "aud missing", token: { without: ["aud"] }, at: everywhere("audience") },
    {
      id: "aud of another client",
      token: { claims: { aud: "another-client" } },
      at: everywhere("audience"),
    },
    {
      id: "several aud, no azp",
      token: (known) => ({ claims: { aud: both(known) } }),
      at: everywhere("audience"),
    },
    {
      id: "several aud, foreign azp",
      token: (known) => ({ claims: { aud: both(known), azp: "another-client" } }),
      at: everywhere("audience"),
    },
    {
      id: "several aud, right azp",
      token: (known) => ({ claims: { aud: both(known), azp: known.clientId } }),
      at: everywhere("audience"),
    },
    {
      id: "one aud, foreign azp",
      token: { claims: { azp: "another-client" } },
      at: everywhere("authorized_party"),
    },
  ],
};

export const binding: TokenClass = {
  title: "binding to the access token",
  rows: [
    {
      id: "at_hash wrong",
      token: { claims: { at_hash: "AAAAAAAAAAAAAAAAAAAAAA" } },
      at: everywhere("access_token_hash"),
    },
    {
      id: "at_hash missing",
      token: { without: ["at_hash"] },
      // What the token endpoint answers needs none (OpenID Connect Core 3.1.3.6); that is where a code leads.
      at: everywhere("access_token_hash", {
        redirect: "accepted",
        "token endpoint": "accepted",
        linking: "accepted",
      }),
    },
  ],
};

export const structure: TokenClass = {
  title: "structure",
  rows: [
    { id: "payload null", token: { payload: null }, at: everywhere("format") },
    { id: "header null", token: { wholeHeader: null }, at: everywhere("format") },
    { id: "two parts", token: { parts: 2 }, at: everywhere("format") },
    {
      id: "more than 16 KB",
      token: { claims: { "https://app.example/text": "x".repeat(16_384) } },
      // No address and no message may be that long.
      at: everywhere("format", { popup: "invalid_callback", silent: "invalid_callback" }),
    },
  ],
};
