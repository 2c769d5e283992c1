import type { Request, Route } from "@playwright/test";
import type { Lab } from "../../contract/lab.js";
import type { FaultyRequest } from "./faulty-call.js";
import type { GivenAnswer, NetworkFault } from "./network-fault.js";

/** A fault that lies in wait for a request of the page. */
export interface Planted {
  /** How many requests have met it. */
  met(): number;
  /** How many requests of the kind were to change something, whether they have met it or not. */
  writes(): number;
  /** Settles when the page has the end of one of them. */
  readonly answered: Promise<void>;
  remove(): Promise<void>;
}

/** Every request of this kind meets the fault from now on. */
export async function plantFault(
  lab: Lab,
  request: FaultyRequest,
  { fault }: NetworkFault,
): Promise<Planted> {
  const { page, tenant } = lab;
  const isOne = (sent: Request) => {
    const { origin, pathname } = new URL(sent.url());
    return origin === tenant.url && isAbout(request, sent.method(), pathname);
  };
  const watch = watchEnds(lab, isOne);
  tenant.clearRequests();
  if (!isAnswer(fault)) {
    tenant.faults.add({ match: request, times: "always", fault });
    return {
      ...watch,
      met: () => metBy(lab, request),
      writes: () => writesOf(sentTo(lab, request)),
    };
  }
  const met: { readonly method: string }[] = [];
  const answer = async (route: Route) => {
    if (!isOne(route.request())) return route.fallback();
    met.push({ method: route.request().method() });
    return route.fulfill({
      ...fault,
      headers: {
        "access-control-allow-origin": lab.app,
        "access-control-allow-credentials": "true",
      },
    });
  };
  const everything = `${tenant.url}/**`;
  await page.route(everything, answer);
  return {
    ...watch,
    met: () => met.length,
    writes: () => writesOf(met),
    remove: async () => {
      await watch.remove();
      await page.unroute(everything, answer);
    },
  };
}

/** How many requests of this kind have met a fault at the tenant. */
export function metBy(lab: Lab, request: FaultyRequest): number {
  return sentTo(lab, request).filter(({ faults }) => faults.length > 0).length;
}

function sentTo({ tenant }: Lab, request: FaultyRequest) {
  return tenant.requests().filter(({ method, path }) => isAbout(request, method, path));
}

function writesOf(sent: readonly { readonly method: string }[]): number {
  return sent.filter(({ method }) => method !== "GET").length;
}

/** Whether this is the request that a call is about; its path as it was sent. */
function isAbout({ path, method }: FaultyRequest, sentMethod: string, sentPath: string): boolean {
  if (sentMethod === "OPTIONS" || (method && method !== sentMethod)) return false;
  return path === undefined || path === decodeURIComponent(sentPath);
}

function isAnswer(fault: NetworkFault["fault"]): fault is GivenAnswer {
  return typeof fault === "object" && "json" in fault;
}

function watchEnds({ page, tenant }: Lab, isOne: (sent: Request) => boolean) {
  let tell = () => {};
  const answered = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const onEnd = (sent: Request) => {
    if (isOne(sent)) tell();
  };
  page.on("requestfinished", onEnd).on("requestfailed", onEnd);
  return {
    answered,
    remove: async () => {
      page.off("requestfinished", onEnd).off("requestfailed", onEnd);
      tenant.faults.clear();
    },
  };
}
