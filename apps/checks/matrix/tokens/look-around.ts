import type { Lab } from "../../contract/lab.js";

/** What a page looks like after a token has arrived. */
export interface Surroundings {
  readonly status: string | undefined;
  readonly sub: string | undefined;
  readonly frames: number;
  /** Transactions that stayed. */
  readonly transactions: number;
  /** All that scripts and people can find in the page. */
  readonly text: string;
}

export function lookAround({ page }: Lab): Promise<Surroundings> {
  return page.evaluate(() => {
    const session = window.contract.client.session.get();
    const { status, session: signedIn } = session as {
      status?: string;
      session?: { user?: { sub?: string } };
    };
    const tab = Object.entries(sessionStorage);
    return {
      status,
      sub: signedIn?.user?.sub,
      frames: document.querySelectorAll("iframe").length,
      transactions: tab.filter(([key]) => key.startsWith("portico.transactions")).length,
      text: [
        JSON.stringify([tab, Object.entries(localStorage)]),
        document.cookie,
        // auth0-js leaves the address to the app.
        "webAuth" in window.contract.client ? "" : location.href,
        JSON.stringify(history.state),
        document.documentElement.outerHTML,
        JSON.stringify(session),
      ].join("\n"),
    };
  });
}
