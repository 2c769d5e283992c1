import type { HttpContext } from "../http/environment.js";

/** GET /user/geoloc/country. The tenant looks nothing up: everybody is where its developers were. */
export function geoloc(c: HttpContext): Response {
  return c.json({
    ipAddress: "127.0.0.1",
    countryCode: "US",
    countryCode3: "USA",
    countryName: "United States",
    continentCode: "NA",
    timeZone: "America/New_York",
  });
}
