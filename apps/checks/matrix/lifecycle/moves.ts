import type { Request } from "@playwright/test";
import { expect } from "../../e2e/component-page.js";
import type { Actor, Scene } from "./actors.js";
import { untilKnown, type Stage } from "./stage.js";

/** Shows the component and goes to where it can be sent. */
export async function begin(stage: Stage, actor: Actor): Promise<Scene> {
  await stage.show(actor.app, actor.more);
  await untilKnown(stage);
  return actor.enter(stage);
}

/** Presses the button that sends it. */
export const submit = (stage: Stage, { button }: Scene) => stage.button(button).click();

/** Sends it, and holds the answer back for good. Resolves as soon as the tenant has it. */
export async function sendIntoSilence(stage: Stage, scene: Scene): Promise<Request> {
  const { tenant } = stage.site;
  const { id } = tenant.faults.add({ match: { path: await pathOf(stage, scene) }, fault: "hang" });
  const sent = stage.page.waitForRequest(
    (request) => request.method() === "POST" && scene.path.test(new URL(request.url()).pathname),
  );
  await submit(stage, scene);
  const hits = () => tenant.faults.list().find((rule) => rule.id === id)?.hits;
  await expect.poll(hits).toBe(1);
  return sent;
}

/** Sends it, and holds it up on its way. Gives how to let it go on. */
export async function sendAndHold(stage: Stage, scene: Scene): Promise<() => void> {
  const { page } = stage;
  let letGo = () => {};
  const released = new Promise<void>((resolve) => (letGo = resolve));
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(
    ({ pathname }) => scene.path.test(pathname),
    async (route) => {
      arrive();
      await released;
      await route.continue();
    },
  );
  await submit(stage, scene);
  await arrived;
  return letGo;
}

/** The driver keeps every tab in front, so that the page is told what a browser would tell it. */
export async function turn({ page }: Stage, state: "hidden" | "visible"): Promise<void> {
  await page.evaluate((now) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, value: now });
    Object.defineProperty(document, "hidden", { configurable: true, value: now === "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}

/** The tenant's rules match whole paths; only that of linked accounts is one of a user. */
async function pathOf({ site }: Stage, { path, email }: Scene): Promise<string> {
  const plain = path.source.replaceAll(/[\\^$]/g, "");
  if (!plain.includes("users")) return plain;
  const user = site.tenant.state().users.find((one) => one.email === email);
  return `/api/v2/users/${user?.userId}/identities`;
}

/** Sends it once more after something came between, until all is well. Linking begins anew, with the list. */
export async function sendAgain(stage: Stage, actor: Actor, before: Scene): Promise<Scene> {
  const scene = actor.id === "LinkAccounts" ? await actor.enter(stage, before) : before;
  await scene.retype(stage);
  await submit(stage, scene);
  await scene.done(stage);
  return scene;
}

/** Signs in by leaving the page. Gives the address that the tenant has sent the browser back to. */
export async function comeBack(stage: Stage, actor: Actor): Promise<readonly [Scene, string]> {
  const { page } = stage;
  await stage.show(actor.app, actor.leaving);
  await untilKnown(stage);
  const back = page.waitForRequest(
    (request) => request.isNavigationRequest() && /[?&]code=/.test(request.url()),
  );
  const scene = await actor.enter(stage);
  if (actor.id !== "LinkAccounts") {
    await submit(stage, scene);
    await untilKnown(stage, scene.email);
  }
  return [scene, (await back).url()];
}
