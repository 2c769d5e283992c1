import { everywhere, type TokenClass } from "../token-row.js";

const hour = 3600;
const day = 24 * hour;
const tenYears = 3650 * day;

export const time: TokenClass = {
  title: "time",
  rows: [
    { id: "expired 70 s ago", token: { times: { exp: -70 } }, at: everywhere("expired") },
    {
      id: "expired 30 s ago, leeway 0",
      token: { times: { exp: -30 } },
      leeway: 0,
      at: everywhere("expired"),
    },
    {
      id: "exp as text",
      token: { claims: { exp: "4000000000" } },
      at: everywhere("expired"),
    },
    { id: "exp missing", token: { without: ["exp"] }, at: everywhere("expired") },
    { id: "exp without bounds", token: { claims: { exp: 1e300 } }, at: everywhere("expired") },
    { id: "iat missing", token: { without: ["iat"] }, at: everywhere("issued_in_future") },
    {
      id: "iat ten years ahead",
      token: { times: { iat: tenYears, exp: tenYears + hour } },
      skew: tenYears,
      at: everywhere("issued_in_future"),
    },
    {
      id: "iat more than a day ago",
      token: { times: { iat: -day - 61 } },
      at: everywhere("issued_too_long_ago"),
    },
    { id: "nbf in 61 s", token: { times: { nbf: 61 } }, at: everywhere("not_yet_valid") },
  ],
};

/** Nobody can ask a grant without an authorization request for it. */
const authTime = everywhere("authentication_time", { "token endpoint": "accepted" });

export const maxAge: TokenClass = {
  title: "max age",
  rows: [
    {
      id: "maxAge 0, auth_time an hour ago",
      maxAge: 0,
      token: { times: { auth_time: -hour } },
      at: authTime,
    },
    {
      id: "maxAge 60, no auth_time",
      maxAge: 60,
      token: { without: ["auth_time"] },
      at: authTime,
    },
    {
      id: "maxAge 60, auth_time 121 s ago",
      maxAge: 60,
      token: { times: { auth_time: -121 } },
      at: authTime,
    },
  ],
};
