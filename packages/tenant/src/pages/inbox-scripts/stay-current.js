// @ts-check
import { filterMessages } from "./filter-messages.js";
import { mergeMessages } from "./merge-messages.js";
import { find, items, say, textOf } from "./page-elements.js";
import { sendForms } from "./send-forms.js";
import { tellConnection } from "./tell-connection.js";
import { tellTimes } from "./tell-times.js";

const path = "/_tenant/inbox";
const list = find("#messages");

/** Aborted when the list has to be read again at once. */
let visit = new AbortController();
/** Milliseconds by which the tenant's clock is ahead of the browser's. */
let ahead = 0;
let loaded = false;

document.documentElement.dataset["live"] = "";
document.addEventListener("visibilitychange", () => visit.abort());
setInterval(() => tellTimes(ahead), 15_000);
sendForms(() => visit.abort());
void stayCurrent();

/** Reads the list, waits for a message, and begins again; rests while nobody can see the page. */
async function stayCurrent() {
  for (let failures = 0; ;) {
    if (document.hidden) await becomingVisible();
    visit = new AbortController();
    const { signal } = visit;
    const page = await readPage(signal);
    if (page) update(page);
    const answered = page !== undefined && (await hasWaited(signal));
    if (answered || signal.aborted) failures = 0;
    else {
      tellConnection("lost");
      failures += 1;
      await pause(Math.min(500 * 2 ** failures, 8000));
    }
  }
}

/**
 * The page as the server renders it now, without a filter. `fetch` would give its text only.
 *
 * @param {AbortSignal} signal
 * @returns {Promise<Document | undefined>} undefined without an answer
 */
function readPage(signal) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("GET", path);
    request.responseType = "document";
    request.setRequestHeader("Accept", "text/html");
    request.addEventListener("loadend", () => {
      resolve((request.status === 200 && request.responseXML) || undefined);
    });
    signal.addEventListener("abort", () => request.abort());
    request.send();
  });
}

/**
 * Waits for a message, half a minute at most. False without an answer.
 *
 * @param {AbortSignal} signal
 */
async function hasWaited(signal) {
  const newest = items()[0]?.dataset["id"] ?? "0";
  const query = `after=${newest}&timeout=30000&otherwise=204`;
  const waiting = fetch(`${path}/wait?${query}`, { signal, cache: "no-store" });
  const response = await waiting.catch(() => undefined);
  return response?.ok ?? false;
}

/** @param {Document} page */
function update(page) {
  const focused = document.activeElement;
  const { height } = list.getBoundingClientRect();
  const arrived = mergeMessages(items(page), loaded);
  ahead = Number(find(".inbox", page).dataset["now"]) - Date.now();
  tellTimes(ahead);
  filterMessages();
  keepFocus(focused);
  tellConnection("live");
  // What the reader looks at stays where it is, except at the top, where news belongs.
  if (window.scrollY > 0) window.scrollBy(0, list.getBoundingClientRect().height - height);
  if (loaded) announce(arrived);
  loaded = true;
}

/**
 * An element that is gone would leave the keyboard at the top of the page.
 *
 * @param {Element | null} focused
 */
function keepFocus(focused) {
  const current = document.activeElement;
  const moved = current !== focused && current !== document.body;
  if (focused?.getClientRects().length === 0 && !moved) find("h1").focus();
}

/** @param {HTMLElement[]} arrived */
function announce(arrived) {
  const [first] = arrived;
  if (!first) return;
  if (arrived.length > 1) say(`${arrived.length} new messages`);
  else say(`New: ${textOf(".subject", first)}, to ${textOf(".recipient", first)}`);
}

function becomingVisible() {
  return new Promise((resolve) => {
    document.addEventListener("visibilitychange", resolve, { once: true });
  });
}

/** @param {number} milliseconds */
function pause(milliseconds) {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
