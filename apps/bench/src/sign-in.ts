import type { Browser } from "playwright";
import { fast } from "./browser.js";
import type { WithForm } from "./contestants.js";
import { watchSignIn } from "./in-page/watch-sign-in.js";
import { openForm } from "./load.js";
import { tenantHost } from "./place.js";
import type { Server } from "./serve.js";
import { user } from "./tenant.js";

/** A login, from the click until the page knows who has signed in. */
export interface SignInSample {
  milliseconds: number;
  /** At the tenant, without preflights. */
  requests: number;
  /** OPTIONS requests, by which a browser asks whether it may ask (CORS). */
  preflights: number;
  /** Documents that the page was replaced by. */
  documents: number;
}

/** Signs in by the form of a page that nobody has signed in to yet. */
export async function signInOnce(
  browser: Browser,
  server: Server,
  contestant: WithForm,
): Promise<SignInSample> {
  const { form, name } = contestant;
  const { context, page } = await openForm(browser, contestant, fast, [watchSignIn]);
  await page.locator(form.email).first().fill(user.email);
  await page.locator(form.password).first().fill(user.password);
  server.clear();
  let documents = 0;
  page.on("domcontentloaded", () => (documents += 1));
  await page.locator(form.submit).first().click();
  const root = page.locator("html[data-signed-in]");
  await root.waitFor({ state: "attached" });
  const who = await root.getAttribute("data-signed-in");
  if (who !== user.email) throw new Error(`${name} signed in ${who}.`);
  const milliseconds = await page.evaluate(() => {
    const [sent, signedIn] = ["bench:sent", "bench:signed-in"].map((key) =>
      Number(sessionStorage.getItem(key)),
    );
    return (signedIn ?? 0) - (sent ?? 0);
  });
  const asked = server.requests.filter((line) => line.includes(` ${tenantHost}/`));
  const preflights = asked.filter((line) => line.startsWith("OPTIONS ")).length;
  await context.close();
  return { milliseconds, requests: asked.length - preflights, preflights, documents };
}
