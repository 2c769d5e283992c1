import { expect, type Page } from "@playwright/test";
import type { RunningTenant } from "@portico/tenant";
import { collectSecrets, type Secrets } from "../../contract/secrets.js";
import { fillIn, newEmail, password } from "../../e2e/component-page.js";
import type { Canary, Standing } from "../../harness/components/canaries.js";
import type { ComponentSite } from "../../stack/component-pages.js";

/** A page with one component on one engine, the tenant behind it, and what may not be seen again. */
export interface Room {
  readonly page: Page;
  readonly site: ComponentSite;
  readonly tenant: RunningTenant;
  readonly secrets: Secrets;
  readonly engine: Canary["engine"];
  /** Somebody who is registered. */
  readonly email: string;
  /** The whole `sub` of that user. */
  readonly sub: string;
  /** How many requests of the page have ended. */
  answers: number;
  /** Where the latest message went. */
  destination: string;
}

/** Milliseconds; the page's clock passes them in one step. */
export const deadline = 8000;
const deadlines = { request: deadline, silent: deadline, keys: deadline };

/** Opens the page of a canary for somebody new. */
export async function openRoom(
  page: Page,
  site: ComponentSite,
  canary: Pick<Canary, "engine" | "app" | "props"> & { readonly config: object },
  seed: object = {},
): Promise<Room> {
  site.tenant.clock.offset(0);
  const email = newEmail();
  const sub = `auth0|${crypto.randomUUID()}`;
  await site.tenant.seed({ clients: [], users: [{ userId: sub, email, password, ...seed }] });
  const secrets = collectSecrets(page.context(), site.tenant.url);
  secrets.add(password);
  page.on("request", (request) => {
    const [, verifier] = /"?code_verifier"?[=:]"?([\w-]+)/.exec(request.postData() ?? "") ?? [];
    if (verifier) secrets.add(verifier);
  });
  await page.clock.install();
  await page.addInitScript(
    (given) => {
      window.canary = given;
    },
    {
      ...canary,
      config: {
        domain: site.tenant.url,
        clientId: site.clientId,
        redirectUri: site.page,
        popupRedirectUri: site.popup,
        deadlines,
        ...canary.config,
      },
    },
  );
  const { tenant } = site;
  const { engine } = canary;
  const room: Room = {
    page,
    site,
    tenant,
    secrets,
    engine,
    email,
    sub,
    answers: 0,
    destination: "",
  };
  page.on("requestfinished", () => (room.answers += 1));
  page.on("requestfailed", () => (room.answers += 1));
  await page.goto(`${site.page}canaries.html`);
  await ready(room);
  return room;
}

/** Waits until the page knows who is signed in, and shows it. */
export async function ready({ page }: Pick<Room, "page">): Promise<void> {
  await expect(page.getByRole("contentinfo")).not.toBeEmpty();
  await expect(page.getByRole("main").getByRole("button").first()).toBeEnabled();
}

export function look({ page }: Room): Promise<Standing> {
  return page.evaluate(() => window.canaries.look());
}

/** Fills fields by their labels, and sends the form by the key that people use for it. */
export async function send(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await fillIn(page, fields);
  await page.keyboard.press("Enter");
}

/** Signs in as the user of the room, whatever comes of it. */
export async function typeLogin({ page, email }: Room): Promise<void> {
  await send(page, { "E-mail": email, Password: password });
}

/** Signs in unless somebody is. */
export async function signedIn(room: Room): Promise<void> {
  const who = room.page.getByRole("contentinfo");
  if ((await who.textContent()) === room.sub) return;
  await typeLogin(room);
  await expect(who).toHaveText(room.sub);
}

/** The code of the latest message to this room, which is a secret from then on. */
export async function codeOf(room: Room): Promise<string> {
  const { code = "" } = await room.tenant.inbox.wait({ to: room.destination });
  room.secrets.add(code);
  return code;
}

/** Lets time pass, in the page and at the tenant. */
export async function pass({ page, tenant }: Room, duration: number): Promise<void> {
  await page.clock.fastForward(duration);
  tenant.clock.offset(tenant.clock.now() - Date.now() + duration);
}

/** How often the fault of the cell has been met. */
export function hitsOf({ tenant }: Room): number {
  return tenant.faults.list()[0]?.hits ?? 0;
}
