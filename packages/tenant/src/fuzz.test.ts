import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fuzz, property } from "../test/fuzz.js";
import { fuzzRequest, type FuzzRequest } from "../test/fuzz-requests.js";
import { ada, queryOf, startTestTenant, testSeed, visit } from "../test/visitor.js";
import type { RunningTenant } from "./index.js";
import { routes } from "./routes.js";

let tenant: RunningTenant;
/** What a browser that has signed in, and an application, would send along. */
let credentials: { cookie: string; authorization: string };

beforeAll(async () => {
  const seed = testSeed();
  seed.users?.push({ email: "grace@example.com", password: ada.password });
  tenant = await startTestTenant({ seed, legacyEndpoints: true, suspiciousIpLimit: 1e9 });
  const visitor = visit(tenant);
  const audience = `${tenant.url}/api/v2/`;
  const scope = "openid read:current_user update:current_user_metadata";
  const { access_token: token } = await visitor.exchange({ audience, scope });
  const cookie = [...visitor.cookies].map((pair) => pair.join("=")).join("; ");
  credentials = { cookie, authorization: `Bearer ${token}` };
});
afterAll(() => tenant.close());

/** Sends the request; an admin route gets the admin token, so that its own checks are reached. */
function send(route: { method: string; path: string; admin?: true }, request: FuzzRequest) {
  const path = route.path.replaceAll(/:\w+/g, encodeURIComponent(request.pathPart) || "x");
  const address = new URL(path, tenant.url);
  for (const [name, value] of Object.entries(request.query)) address.searchParams.set(name, value);
  // A call that waits for a message would wait out its time.
  if (path.endsWith("/wait")) address.searchParams.set("timeout", "0");
  const headers: Record<string, string> = {
    ...request.headers,
    ...(request.signedIn ? credentials : {}),
  };
  const { origin: _origin, ...ownHeaders } = headers;
  return fetch(address, {
    method: route.method,
    redirect: "manual",
    headers: route.admin ? { ...ownHeaders, "x-tenant-token": tenant.adminToken } : headers,
    ...(route.method !== "GET" && request.body !== undefined && { body: request.body }),
  });
}

const leaks = /\bat .+:\d+:\d+|node:internal|node_modules|SQLITE|SqliteError|TypeError/;
const leadsAway = /^(?:[a-z]+:)?\/\/(?!localhost)|^javascript:/i;

/** What is wrong with an answer; undefined: nothing. */
async function complaintAbout(response: Response): Promise<string | undefined> {
  const text = await response.text();
  const type = response.headers.get("content-type") ?? "";
  if (response.status >= 500) return `${response.status} ${text.slice(0, 200)}`;
  if (leaks.test(text)) return `It tells about its inside: ${text.slice(0, 500)}`;
  if (type.startsWith("application/json") && !isJson(text)) return `This is no JSON: ${text}`;
  const location = response.headers.get("location") ?? "";
  return leadsAway.test(location) ? `It leads to ${location}` : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  "%s answers anything with a clear refusal, never with a failure of its own",
  property,
  async (_name, route) => {
    await fc.assert(
      fc.asyncProperty(fuzzRequest, async (request) => {
        expect(await complaintAbout(await send(route, request))).toBeUndefined();
      }),
      fuzz,
    );
    // What a request did to the tenant's clock or faults must not reach the next endpoint.
    tenant.faults.clear();
    tenant.clock.offset(0);
  },
);

it("still signs people in after all that", async () => {
  tenant.clock.offset(0);
  const visitor = visit(tenant);
  await visitor.signIn({ username: "grace@example.com" });
  expect(queryOf(await visitor.authorize({ prompt: "none" })).get("error")).toBeNull();
});
