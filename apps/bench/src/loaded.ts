import type { Browser, CDPSession } from "playwright";
import { fast, type Traffic } from "./browser.js";
import { bytesOf, sum, type Bytes } from "./bytes.js";
import type { WithForm } from "./contestants.js";
import { openForm } from "./load.js";

/** What a page has loaded when its form is there and it has fallen quiet, whoever served it. */
export interface Loaded {
  readonly scripts: Bytes;
  readonly styles: Bytes;
}

/** Opens a page and weighs what it fetched: a bundler does not know what a kit asks for as it runs. */
export async function loadedBy(browser: Browser, contestant: WithForm): Promise<Loaded> {
  const { context, cdp, traffic } = await openForm(browser, contestant, fast);
  const loaded = {
    scripts: await weigh(cdp, traffic, "Script"),
    styles: await weigh(cdp, traffic, "Stylesheet"),
  };
  await context.close();
  return loaded;
}

/** What a page has asked for so far of one type of resource, and got. */
export function fetched({ requests }: Traffic, type: "Script" | "Stylesheet"): Traffic["requests"] {
  return requests.filter((request) => request.type === type && request.bytes > 0);
}

/** What that weighs. */
export async function weigh(
  cdp: CDPSession,
  traffic: Traffic,
  type: "Script" | "Stylesheet",
): Promise<Bytes> {
  const all = fetched(traffic, type).map(async ({ id }) => {
    const { body, base64Encoded } = await cdp.send("Network.getResponseBody", { requestId: id });
    return bytesOf(Buffer.from(body, base64Encoded ? "base64" : "utf8"));
  });
  return sum(await Promise.all(all));
}
