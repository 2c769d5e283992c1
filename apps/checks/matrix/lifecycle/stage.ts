import type { BrowserContext, Locator, Page } from "@playwright/test";
import type { Shown } from "../../harness/components/shown.js";
import type { ComponentSite } from "../../stack/component-pages.js";
import type { ComponentRenderer } from "../../stack/component-renderer.js";
import { expect, shownOf, type More } from "../../e2e/component-page.js";

/** One page with one component in it, and the tenant behind it. */
export interface Stage {
  readonly page: Page;
  readonly site: ComponentSite;
  /** The app that counts; another one may stand beside it. */
  readonly root: Locator;
  /** What the app says of the session. */
  readonly session: Locator;
  /** Shows an app in the page, without waiting for it. */
  show(app: Shown["app"], more?: More): Promise<void>;
  field(label: string): Locator;
  button(name: string): Locator;
  fill(fields: Readonly<Record<string, string>>): Promise<void>;
}

/** What a stage is made of. A page that was rendered by a server is React's development build, in StrictMode. */
export interface StageParts {
  readonly context: BrowserContext;
  readonly site: ComponentSite;
  readonly renderer?: ComponentRenderer;
}

export async function openStage({ context, site, renderer }: StageParts): Promise<Stage> {
  site.tenant.faults.clear();
  site.tenant.endSessions();
  await context.clearCookies();
  const page = await context.newPage();
  const root = page.locator("#root");
  const stage: Stage = {
    page,
    site,
    root,
    session: root.getByRole("contentinfo"),
    async show(app, more = {}) {
      if (renderer) {
        const config = { clientId: renderer.origin, redirectUri: renderer.page, ...more.config };
        renderer.shown = shownOf(site, app, { ...more, config });
        await page.goto(renderer.page, { waitUntil: "commit" });
        return;
      }
      await page.addInitScript(
        (given) => {
          window.shownComponent = given;
        },
        shownOf(site, app, more),
      );
      await page.goto(site.page);
    },
    field: (label) => root.getByLabel(label, { exact: true }),
    button: (name) => root.getByRole("button", { name, exact: true }),
    async fill(fields) {
      for (const [label, value] of Object.entries(fields)) await stage.field(label).fill(value);
    },
  };
  return stage;
}

/** Waits until the page knows who is signed in: nobody, or this user. */
export async function untilKnown({ session }: Stage, email = ""): Promise<void> {
  await expect(session).toHaveText(email ? `authenticated ${email}` : "anonymous");
}
