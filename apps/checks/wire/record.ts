import type { Page, Request } from "@playwright/test";
import type { Stack } from "../stack/start-stack.js";
import { pathShape, plantedCookie, readRequest, type RecordedRequest } from "./recorded-request.js";

/** What a client sent, and how many requests that cost. */
export interface Recording {
  readonly requests: readonly RecordedRequest[];
  /** Preflights among them. */
  readonly preflights: number;
}

/** Has every request to the tenant that goes with cookies say so. */
export async function plantCookie(page: Page, { tenant }: Stack): Promise<void> {
  await page.context().addCookies([{ ...plantedCookie, url: tenant.url }]);
}

/** Records what the page's client asks of the tenant while `act` runs; the tenant's own pages do not count. */
export async function record(
  page: Page,
  { tenant }: Stack,
  act: () => Promise<unknown>,
): Promise<Recording> {
  const reading: Promise<RecordedRequest>[] = [];
  const onRequest = (request: Request) => {
    if (isFromClient(request, tenant.url)) reading.push(readRequest(request));
  };
  const context = page.context();
  tenant.clearRequests();
  context.on("request", onRequest);
  await act();
  context.off("request", onRequest);
  const requests = await Promise.all(reading);
  const preflighted = tenant
    .requests()
    .filter(({ preflight }) => preflight)
    .map(({ path }) => path);
  return {
    requests: requests.map((request) => ({
      ...request,
      fields: { ...request.fields, preflight: String(isIn(preflighted, request)) },
    })),
    preflights: preflighted.length,
  };
}

function isFromClient(request: Request, tenant: string): boolean {
  if (!request.url().startsWith(`${tenant}/`) || request.redirectedFrom()) return false;
  return !askedFrom(request).startsWith(`${tenant}/`);
}

/** The page that asks; empty where a frame or a window has none yet. */
function askedFrom(request: Request): string {
  try {
    return request.frame().url();
  } catch {
    return "";
  }
}

function isIn(paths: readonly string[], { name }: RecordedRequest): boolean {
  return paths.some((path) => name.endsWith(` ${pathShape(path)}`));
}
