import type { APIRequestContext, Frame, Page } from "@playwright/test";
import type { Lab } from "../../contract/lab.js";
import { answerTo } from "../callbacks/real-answer.js";
import type { Channel } from "./hostile-row.js";
import type { Post } from "./senders.js";
import { frameWire, popupWire, winchanWire, type Wire } from "./wires.js";

/** A call that waits for a message, and the window that the message has to come from. */
export interface Attempt {
  readonly window: Post;
  readonly wire: Wire;
  /** The origin that the message has to be of, and the one that it must not be of although it takes part. */
  readonly right: string;
  readonly otherSide: string;
  /** Leads the window to another page. */
  lead(address: string): Promise<unknown>;
  /** Whether the window has been taken away. */
  isGone(): boolean;
}

/** The tenant's page of every attempt says nothing; what it would have said is asked for by somebody whom it knows. */
export async function holdTenant({ page, tenant }: Lab): Promise<void> {
  await page
    .context()
    .route(`${tenant.url}/authorize*`, (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><title>One moment</title>" }),
    );
}

/** Begins to ask in a hidden frame, or in a window. */
export async function beginAttempt(
  lab: Lab,
  visitor: APIRequestContext,
  channel: Exclude<Channel, "relay">,
): Promise<Attempt> {
  const { page, tenant, app } = lab;
  const asked = page
    .context()
    .waitForEvent("request", (request) => request.url().startsWith(`${tenant.url}/authorize`));
  const opened = channel === "popup" ? page.waitForEvent("popup") : undefined;
  await lab.begin(channel === "popup" ? "loginWithPopup" : "checkSession", {});
  const request = await asked;
  const address = new URL(request.url());
  const fields = await answerTo(lab, visitor, address);
  const popup = await opened;
  if (popup) {
    await popup.waitForURL(address.href);
    return {
      window: { by: popup, to: "opener" },
      wire: lab.engine === "bare" ? winchanWire(fields) : popupWire(fields),
      right: app,
      otherSide: tenant.url,
      lead: (to) => leadTo(popup, to),
      isGone: () => popup.isClosed(),
    };
  }
  const frame = request.frame();
  await frame.waitForURL(address.href);
  return {
    window: { by: frame, to: "parent" },
    wire: frameWire(fields),
    right: tenant.url,
    otherSide: app,
    lead: (to) => leadTo(frame, to),
    isGone: () => frame.isDetached(),
  };
}

/** As a page leads itself elsewhere, which keeps who has opened it. */
async function leadTo(by: Page | Frame, address: string): Promise<void> {
  if (by.url() === address) return;
  await by.evaluate((url) => location.assign(url), address);
  await by.waitForURL(address);
}
