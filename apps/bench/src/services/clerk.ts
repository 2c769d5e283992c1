import { join } from "node:path";
import { peersFolder } from "../contestants.js";
import { domain } from "../place.js";
import { fileIn, type Service } from "../serve.js";
import { acrossOrigins } from "./across-origins.js";
import { client, environment } from "./clerk-instance.js";

/** Where the page of Clerk gets most of its code from, and finds its API: the host that its key names. */
export const clerkHost = `clerk-api.${domain}`;

/** As much of Clerk as shows its form: the code that comes at run time, and an instance that nobody has signed in to. */
export const clerk: Service = (request) => {
  const { pathname } = new URL(request.url);
  // The version that is asked for may be a range, and only one is installed.
  const [, name, file] = /^\/npm\/(@clerk\/[a-z-]+)@[^/]+\/dist(\/.+\.js)$/.exec(pathname) ?? [];
  if (name && file) return fileIn(join(peersFolder, "clerk/node_modules", name, "dist"), file);
  if (request.method === "OPTIONS")
    return acrossOrigins(request, new Response(null, { status: 204 }));
  if (pathname === "/v1/environment") return acrossOrigins(request, Response.json(environment));
  if (pathname === "/v1/client")
    return acrossOrigins(request, Response.json({ response: client, client: null }));
  return undefined;
};
