import type { Browser } from "playwright";
import { fast } from "./browser.js";
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
  const weigh = async (type: string): Promise<Bytes> => {
    const wanted = traffic.requests.filter((request) => request.type === type && request.bytes > 0);
    const all = wanted.map(async ({ id }) => {
      const { body, base64Encoded } = await cdp.send("Network.getResponseBody", { requestId: id });
      return bytesOf(Buffer.from(body, base64Encoded ? "base64" : "utf8"));
    });
    return sum(await Promise.all(all));
  };
  const loaded = { scripts: await weigh("Script"), styles: await weigh("Stylesheet") };
  await context.close();
  return loaded;
}
