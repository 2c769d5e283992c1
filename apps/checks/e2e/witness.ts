import type { Page } from "@playwright/test";

/** Everything of a page that somebody who looks at it, hears it or records it could tell from another one. */
export interface Witness {
  /** The whole document as it is at the end. */
  readonly document: string;
  /** What a screen reader finds in it. */
  readonly tree: string;
  /** What live regions have said, in turn. */
  readonly said: readonly string[];
  /** Where the focus has been, in turn. */
  readonly focused: readonly string[];
  /**
   * What was sent, in turn: methods, addresses and the names of what was sent along. The key set and the page's icon are
   * asked for ahead, whenever there is time.
   */
  readonly sent: readonly string[];
  /** The address, the length of the history, and the names of what is stored. */
  readonly kept: string;
}

declare global {
  interface Window {
    witnessed?: { readonly said: string[]; readonly focused: string[] };
  }
}

/** Watches what pages say and where their focus goes, from the next one on. */
export async function beginWitness(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const [said, focused]: [string[], string[]] = [[], []];
    window.witnessed = { said, focused };
    const regions = "[role=status], [role=alert], [aria-live]";
    new MutationObserver((changes) => {
      const elements = changes.map(({ target }) =>
        target instanceof Element ? target : target.parentElement,
      );
      for (const region of new Set(elements.map((element) => element?.closest(regions)))) {
        if (region) said.push(`${region.getAttribute("role")}: ${region.textContent}`);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
    document.addEventListener("focusin", ({ target }) => {
      if (!(target instanceof Element)) return;
      const name = target.getAttribute("name") ?? target.getAttribute("data-part");
      focused.push(`${target.tagName} ${name ?? ""}`.trim());
    });
  });
}

/** What there is to tell of `page` after `act`, without the address that was typed and the seconds of a countdown. */
export async function witnessOf(
  page: Page,
  email: string,
  act: () => Promise<void>,
): Promise<Witness> {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (/\/(jwks\.json|icon.*\.svg)$/.test(request.url())) return;
    const body = request.postData() ?? "";
    const names = body.startsWith("{") ? Object.keys(JSON.parse(body) as object) : [];
    const { origin, pathname, searchParams } = new URL(request.url());
    const line = [request.method(), origin + pathname, ...searchParams.keys(), ...names.toSorted()];
    sent.push(line.join(" "));
  });
  await act();
  const tree = await page.locator("body").ariaSnapshot();
  const seen = await page.evaluate(() => {
    const stored = [sessionStorage, localStorage].flatMap((store) => Object.keys(store));
    const { said = [], focused = [] } = window.witnessed ?? {};
    return {
      document: document.documentElement.outerHTML,
      said,
      focused,
      kept: JSON.stringify([location.href, history.length, stored.toSorted(), document.title]),
    };
  });
  const anonymous = JSON.stringify({ ...seen, tree, sent })
    .replaceAll(email, "somebody")
    // A countdown goes on while it is looked at.
    .replaceAll(/ in \d+ s/g, " in some s");
  return JSON.parse(anonymous) as Witness;
}
