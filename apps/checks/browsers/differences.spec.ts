import { differences } from "../../../.storybook/browsers/differences.js";
import { withTenant } from "../e2e/tenant-of-its-own.js";
import type { CallResult } from "../harness/core.js";
import type { Stack } from "../stack/start-stack.js";
import { attachClient, checkSession, login, openCore, start } from "./core-tab.js";
import type { Session, Tab } from "./driver.js";
import { arrives, expect, signInAtTenant, test } from "./fixtures.js";
import { button } from "./places.js";
import { startProbeSite, type ProbeSite } from "./probe-site.js";

interface Surroundings {
  readonly session: Session;
  readonly tab: Tab;
  readonly stack: Stack;
  readonly probe: ProbeSite;
}

/** How each row of the table is measured, in the table's words. */
const measures: Readonly<Record<string, (given: Surroundings) => Promise<string>>> = {
  "window-soon": (given) => windowAfter(2000, given),
  "window-late": (given) => windowAfter(8000, given),
  "window-cut-off": (given) => {
    given.stack.tenant.faults.add({ match: { path: "/u/login" }, fault: "coop" });
    return windowAfter(0, given, false);
  },
  "login-elsewhere": ({ tab, stack }) =>
    onAnotherSite(stack, async (own) => {
      await openCore(tab, own);
      return endOf(await login(tab, own));
    }),
  "renewal-elsewhere": ({ tab, stack }) =>
    onAnotherSite(stack, async (own) => {
      await signInByRedirect(tab, own);
      return endOf(await checkSession(tab));
    }),
  async "secure-cookie"({ tab, probe }) {
    await tab.goto(`${probe.origin}/cookie`);
    return (await tab.run(() => document.cookie)).includes("probe") ? "kept" : "dropped";
  },
  "storage-same-site": ({ probe, ...given }) => storageInFrame(probe.origin, given),
  "storage-elsewhere": ({ probe, ...given }) => storageInFrame(probe.elsewhere, given),
  async back({ tab, stack }) {
    await openCore(tab, stack);
    await start(tab);
    await login(tab, stack);
    await tab.goto(`${stack.app}/?elsewhere`);
    await tab.back();
    await arrives(tab, `${stack.app}/harness/index.html`);
    return (await tab.run(() => window.portico?.client !== undefined))
      ? "kept as it was"
      : "loaded anew";
  },
};

test("every row of the table is measured", () => {
  expect(Object.keys(measures)).toEqual(differences.map(({ id }) => id));
});

for (const { id, what, ends } of differences) {
  test(`${what} ends as the table says`, async ({ session, tab, stack, target }) => {
    const probe = await startProbeSite();
    const end = await measures[id]?.({ session, tab, stack, probe });
    await probe.close();
    expect(end).toBe(ends[target]);
  });
}

/**
 * What comes of a window so long after a click, in milliseconds: that it opens, or in the end. Nothing is asked of the
 * page meanwhile, since some drivers make that a click.
 */
async function windowAfter(
  delay: number,
  { tab, stack, probe }: Surroundings,
  opening = true,
): Promise<string> {
  await openCore(tab, stack);
  await tab.run(
    ([ms, origin, isOpeningEnough]) => {
      const opener = document.body.appendChild(document.createElement("button"));
      opener.textContent = "Open later";
      const { open } = window;
      let isOpened = false;
      window.open = (...given) => {
        const opened = open.apply(window, given);
        isOpened = opened !== null;
        return opened;
      };
      const openNow = async () => {
        const call = window.portico.result(async () => window.portico.client?.loginWithPopup());
        const end = isOpened && isOpeningEnough ? "opens" : `\`${(await call).code}\``;
        await fetch(`${origin}/told`, { method: "POST", mode: "no-cors", body: end });
      };
      opener.onclick = () => setTimeout(openNow, ms);
    },
    [delay, probe.origin, opening] as const,
  );
  const told = probe.told();
  await tab.click(button("Open later"));
  return told;
}

/** The app on another site than the tenant, whose cookies are as Auth0 sets them. */
async function onAnotherSite(stack: Stack, use: (own: Stack) => Promise<string>): Promise<string> {
  const own = await withTenant(stack, { https: true, cookies: "none" }, (seed) => ({
    ...seed,
    clients: seed.clients.map((client) => ({
      ...client,
      callbacks: [...client.callbacks, `${stack.appElsewhere}/harness/index.html`],
    })),
  }));
  try {
    return await use({ ...own, app: stack.appElsewhere });
  } finally {
    await own.close();
  }
}

async function signInByRedirect(tab: Tab, own: Stack): Promise<void> {
  await openCore(tab, own);
  await tab.run(() => {
    // The page is gone before the call has answered.
    setTimeout(() => window.portico.client?.loginWithConnection());
  });
  await arrives(tab, /\/u\/login/);
  await signInAtTenant(tab, own);
  await arrives(tab, /[?&]code=/);
  const redirectUri = `${own.app}/harness/index.html`;
  await attachClient(tab, { domain: own.tenant.url, clientId: own.clientId, redirectUri });
  expect((await start(tab)).value).toMatchObject({ kind: "authenticated" });
}

function endOf({ code, mistake }: CallResult): string {
  expect(mistake).toBeUndefined();
  if (code === "third_party_cookies_blocked") return "told as blocked";
  return code === undefined ? "signed in" : `\`${code}\``;
}

/** What a page in a frame of ours finds of what it has stored in a tab of its own. */
async function storageInFrame(
  origin: string,
  { tab, stack }: Omit<Surroundings, "probe">,
): Promise<string> {
  await tab.goto(origin);
  await tab.run(() => localStorage.setItem("mark", "stored"));
  await tab.goto(`${stack.app}/harness/index.html`);
  const found = await tab.run(
    (src) =>
      new Promise<unknown>((resolve) => {
        window.addEventListener("message", ({ data }) => resolve(data), { once: true });
        document.body.appendChild(document.createElement("iframe")).src = src;
      }),
    origin,
  );
  if (found === "stored") return "reads it";
  return found === "" ? "finds nothing" : "is refused";
}
