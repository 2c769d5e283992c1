import type { BrowserContext, Frame, Page } from "@playwright/test";
import type { Lab } from "../../contract/lab.js";
import type { Sender } from "./hostile-row.js";

/** A page that is whatever origin it is asked for at, and does nothing. */
const blank = { contentType: "text/html", body: "<!doctype html><title>Elsewhere</title>" };
const path = "/a-page-that-posts";

/** Where messages come from: real windows on real origins. */
export async function serveSenders(context: BrowserContext): Promise<void> {
  await context.route(`**${path}`, (route) => route.fulfill(blank));
  await context.route(`**${path}-in-a-sandbox`, (route) =>
    route.fulfill({
      ...blank,
      headers: {
        "content-security-policy":
          "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox",
      },
    }),
  );
}

/** The address of such a page: on the origin that a message has to be of, or on another one. */
export function addressOf(from: Sender, right: string, otherSide: string): string {
  const { protocol, hostname, port, host } = new URL(right);
  switch (from) {
    case "foreign site":
      return `http://127.0.0.1:${port}${path}`;
    case "other port":
      return `${protocol}//${hostname}:1${port.slice(1)}${path}`;
    case "sibling":
      return `${protocol}//login.${host}${path}`;
    case "other scheme":
      return `https://${host}${path}`;
    case "opaque":
      return `${right}${path}-in-a-sandbox`;
    case "other side":
      return otherSide + path;
    default:
      return right + path;
  }
}

/** A window, and the way from it to the one that hears: `parent`, `opener`… */
export interface Post {
  readonly by: Page | Frame;
  readonly to: string;
  /** Takes the window away again. */
  readonly end?: () => Promise<unknown>;
}

/** Posts messages in one turn; as JSON, because a key of the name `__proto__` gets lost on other ways. */
export async function post({ by, to }: Post, messages: readonly unknown[]): Promise<void> {
  await by.evaluate(
    ([way, texts]) => {
      const target = way
        .split(".")
        .reduce<Window>(
          (from, step) => (step === "self" ? from : (Reflect.get(from, step) as Window)),
          window,
        );
      for (const text of texts) target.postMessage(JSON.parse(text), "*");
    },
    [to, messages.map((message) => JSON.stringify(message))] as const,
  );
}

/** A window of the right origin that is not the one of the attempt. */
export async function otherWindow(
  { page }: Pick<Lab, "page">,
  from: Sender,
  address: string,
  truth: Post,
): Promise<Post> {
  if (from === "own window") return { by: page, to: "self" };
  if (from === "other window") {
    const opened = page.waitForEvent("popup");
    await page.evaluate((url) => void window.open(url), address);
    const by = await opened;
    await by.waitForURL(address);
    return { by, to: "opener", end: () => by.close() };
  }
  const nested = from === "nested frame";
  const by = await addFrame(nested ? truth.by : page, address);
  const end = () => removeFrame(by).catch(() => {});
  return { by, to: nested ? `parent.${truth.to}` : "parent", end };
}

/** Throws where it has gone already, with the window that it was in. */
async function removeFrame(frame: Frame): Promise<void> {
  const element = await frame.frameElement();
  await element.evaluate((one) => one.parentNode?.removeChild(one));
}

async function addFrame(within: Page | Frame, address: string): Promise<Frame> {
  const added = await within.evaluateHandle((url) => {
    const frame = document.createElement("iframe");
    frame.src = url;
    return new Promise<HTMLIFrameElement>((resolve) => {
      frame.onload = () => resolve(frame);
      document.body.append(frame);
    });
  }, address);
  const frame = await added.contentFrame();
  if (!frame) throw new Error("The frame has gone.");
  return frame;
}
