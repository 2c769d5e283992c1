"use client";

import type { AuthClient, CallOptions } from "@portico/core";
import { useFlow, type FlowBinding } from "../flows/use-flow.js";
import { caught, throwMistake, type Mistake } from "./mistake.js";

/** How a login begins; what it resolves does not matter. */
export type BeginLogin = (client: AuthClient) => unknown;

/** Begins a login that leaves the page: one at a time for each client, however many components ask for it. */
export function useLeaveForLogin(): FlowBinding<Leaving, Left> {
  const flow = useFlow(leaveOnce);
  throwMistake(flow.state);
  return flow;
}

interface Leaving extends CallOptions {
  readonly begin: BeginLogin;
}

type Left = { readonly kind: "left" } | Mistake;

const underWay = new WeakMap<AuthClient, Promise<Left>>();

function leaveOnce(client: AuthClient, { begin }: Leaving): Promise<Left> {
  const joined = underWay.get(client);
  if (joined) return joined;
  const leaving = leave(client, begin).finally(() => underWay.delete(client));
  underWay.set(client, leaving);
  return leaving;
}

async function leave(client: AuthClient, begin: BeginLogin): Promise<Left> {
  try {
    await begin(client);
    return { kind: "left" };
  } catch (error) {
    return caught(error);
  }
}
