import type { CDPSession } from "@playwright/test";
import type { SessionState } from "@portico/core";
import type { Lab } from "../../contract/lab.js";

/** What a page holds at one moment. */
export interface Traces {
  /** Changes when another page is loaded. */
  readonly document: string;
  readonly session: SessionState;
  readonly frames: number;
  /** Of the window, whoever added them. */
  readonly listeners: number;
  /** Names in the storages, and cookies that scripts can read. */
  readonly kept: readonly string[];
  /** Everything that people, logs and other scripts could read. */
  readonly readable: string;
}

/** Looks at everything that a call may leave behind. */
export async function lookAround(lab: Lab, devtools: CDPSession): Promise<Traces> {
  const [seen, listeners, { frameTree }] = await Promise.all([
    readPage(lab),
    countListeners(devtools),
    devtools.send("Page.getFrameTree"),
  ]);
  return { ...seen, listeners, document: frameTree.frame.loaderId };
}

/** What there is more than before: frames, listeners, entries of storages, cookies. */
export function litterIn(before: Traces, after: Traces): string[] {
  const isSame = before.document === after.document;
  return [
    ...(after.frames > before.frames ? ["frame"] : []),
    ...(isSame && after.listeners > before.listeners ? ["listener"] : []),
    ...after.kept.filter((name) => !before.kept.includes(name)),
  ];
}

function readPage({ page }: Lab) {
  return page.evaluate(() => {
    const session = window.contract.client.session.get();
    const entries = [...Object.entries(localStorage), ...Object.entries(sessionStorage)];
    const cookies = document.cookie.split("; ").filter((cookie) => cookie !== "");
    const readable = [
      JSON.stringify([entries, session, history.state, window.name]),
      location.href,
      document.cookie,
      document.documentElement.outerHTML,
    ];
    return {
      session,
      frames: document.querySelectorAll("iframe").length,
      kept: [
        // When somebody last signed out, for pages that slept through it.
        ...entries.map(([name]) => name).filter((name) => !name.startsWith("portico.signed-out.")),
        ...cookies.map((one) => one.replace(/=.*/, "")),
      ],
      readable: readable.join("\n"),
    };
  });
}

async function countListeners(devtools: CDPSession): Promise<number> {
  const { result } = await devtools.send("Runtime.evaluate", { expression: "window" });
  const objectId = result.objectId ?? "";
  const { listeners } = await devtools.send("DOMDebugger.getEventListeners", { objectId });
  await devtools.send("Runtime.releaseObject", { objectId });
  return listeners.length;
}
