import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { HttpBindings } from "@hono/node-server";
import { ConnectionLost } from "../faults/connection-lost.js";
import type { createApplication } from "./application.js";

type Application = ReturnType<typeof createApplication>;

/** Answers what comes in by sockets. */
export function requestListener(application: Application): RequestListener {
  const answer = async (request: Request, bindings: HttpBindings): Promise<Response> => {
    try {
      return await application.fetch(request, bindings);
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      bindings.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    }
  };
  // The tenant is a guest in its process: a test runner's Request and Response stay its own.
  return getRequestListener((request, bindings) => answer(request, bindings as HttpBindings), {
    overrideGlobalObjects: false,
  });
}
