import { expect } from "../../e2e/component-page.js";
import type { LifecycleEvent } from "./lifecycle-event.js";
import { begin, comeBack, sendAgain, sendAndHold, sendIntoSilence, submit, turn } from "./moves.js";
import { untilKnown } from "./stage.js";

/** What a browser, or the reader by its buttons, does to a page. */
export const browserEvents: readonly LifecycleEvent[] = [
  {
    id: "bfcache",
    page: "kept",
    async run(stage, actor) {
      const scene = await begin(stage, actor);
      await sendIntoSilence(stage, scene);
      const { page, site } = stage;
      await page.evaluate(() => {
        window.addEventListener("pageshow", ({ persisted }) => {
          Object.assign(window, { wasKept: persisted });
        });
      });
      await page.goto(`${site.origin}/popup.html`);
      await page.evaluate(() => history.back());
      await page.waitForFunction(() => Reflect.get(window, "wasKept") === true);
      const isPending = stage.root.locator("[type=submit][data-state=pending]");
      await expect(isPending).toHaveCount(0);
      return { scene: await sendAgain(stage, actor, scene), posts: 2, email: scene.email };
    },
  },
  {
    id: "reload mid-flow",
    page: "built",
    async run(stage, actor) {
      const scene = await begin(stage, actor);
      await sendIntoSilence(stage, scene);
      await stage.page.reload();
      await untilKnown(stage, actor.id === "LinkAccounts" ? scene.email : "");
      const again = await actor.enter(stage, scene);
      await submit(stage, again);
      await again.done(stage);
      return { scene: again, posts: 2, email: again.email };
    },
  },
  {
    id: "reload of the callback",
    page: "built",
    async run(stage, actor) {
      const [scene, callback] = await comeBack(stage, actor);
      await stage.page.reload();
      await untilKnown(stage, scene.email);
      // As from a bookmark, or the history.
      await stage.page.goto(callback);
      await untilKnown(stage, scene.email);
      expect(stage.page.url()).not.toContain("code=");
      return { scene, posts: actor.id === "LinkAccounts" ? 0 : 1, email: scene.email };
    },
  },
  {
    id: "back button",
    page: "built",
    async run(stage, actor) {
      const [scene] = await comeBack(stage, actor);
      await stage.page.goBack();
      await untilKnown(stage, scene.email);
      await stage.page.goForward();
      await untilKnown(stage, scene.email);
      expect(stage.page.url()).not.toContain("code=");
      return { scene, posts: actor.id === "LinkAccounts" ? 0 : 1, email: scene.email };
    },
  },
  {
    id: "offline and online again",
    page: "built",
    async run(stage, actor) {
      const { page, root } = stage;
      await page.clock.install();
      const scene = await begin(stage, actor);
      await page.context().setOffline(true);
      await submit(stage, scene);
      // Nothing tells that a hidden frame has not loaded, so that its deadline has to pass.
      const said = async () => {
        await page.clock.fastForward(2000);
        return root.getByRole("alert").textContent();
      };
      await expect.poll(said).not.toBe("");
      await page.context().setOffline(false);
      return { scene: await sendAgain(stage, actor, scene), posts: 1, email: scene.email };
    },
  },
  {
    id: "tab hidden",
    page: "built",
    async run(stage, actor) {
      const scene = await begin(stage, actor);
      const answer = await sendAndHold(stage, scene);
      await turn(stage, "hidden");
      answer();
      await turn(stage, "visible");
      await scene.done(stage);
      return { scene, posts: 1, email: scene.email };
    },
  },
];
