import { expect, shownOf } from "../../e2e/component-page.js";
import type { LifecycleEvent } from "./lifecycle-event.js";
import { begin, sendAndHold, sendIntoSilence, submit } from "./moves.js";
import { untilKnown } from "./stage.js";

/** What a reader, or the app itself, does within one page. */
export const pageEvents: readonly LifecycleEvent[] = [
  {
    id: "StrictMode",
    page: "rendered",
    async run(stage, actor) {
      const scene = await begin(stage, actor);
      await submit(stage, scene);
      await scene.done(stage);
      return { scene, posts: 1, email: scene.email };
    },
  },
  {
    id: "unmount mid-request",
    page: "built",
    async run(stage, actor) {
      const scene = await begin(stage, actor);
      const request = await sendIntoSilence(stage, scene);
      const ended = stage.page.waitForEvent("requestfailed", (one) => one === request);
      await stage.page.evaluate(() => window.unmount?.());
      await ended;
      return { scene, posts: 1, isGone: true };
    },
  },
  {
    id: "double click",
    page: "built",
    async run(stage, actor) {
      const scene = await begin(stage, actor);
      await stage.button(scene.button).dblclick();
      await scene.done(stage);
      return { scene, posts: 1, email: scene.email };
    },
  },
  {
    id: "Enter twice",
    page: "built",
    async run(stage, actor) {
      const scene = await begin(stage, actor);
      const { last, button } = scene;
      await (last ? stage.field(last) : stage.button(button)).focus();
      await Promise.all([stage.page.keyboard.press("Enter"), stage.page.keyboard.press("Enter")]);
      await scene.done(stage);
      return { scene, posts: 1, email: scene.email };
    },
  },
  {
    id: "IME Enter",
    page: "built",
    async run(stage, actor) {
      await stage.show(actor.app, actor.more);
      await untilKnown(stage);
      const scene = await (actor.type ?? actor.enter)(stage);
      const { page } = stage;
      await stage.field("E-mail").focus();
      const browser = await page.context().newCDPSession(page);
      const composing = { text: "に", selectionStart: 1, selectionEnd: 1 };
      await browser.send("Input.imeSetComposition", composing);
      await page.keyboard.press("Enter");
      await browser.send("Input.insertText", { text: "に" });
      await scene.retype(stage);
      await stage.field("E-mail").press("Enter");
      await scene.done(stage);
      const email = actor.id === "Passwordless" ? undefined : scene.email;
      return { scene, posts: 1, email };
    },
  },
  {
    id: "config changed",
    page: "built",
    async run(stage, actor) {
      const scene = await begin(stage, actor);
      const { page, site } = stage;
      const answer = await sendAndHold(stage, scene);
      const { config = {} } = actor.more;
      const changed = { ...actor.more, config: { ...config, scope: "openid email", leeway: 5 } };
      await page.evaluate((given) => window.show?.(given), shownOf(site, actor.app, changed));
      answer();
      await scene.done(stage);
      return { scene, posts: 1, email: scene.email };
    },
  },
  {
    id: "second provider",
    page: "built",
    async run(stage, actor) {
      const { page, site } = stage;
      await stage.show(actor.app, actor.more);
      await untilKnown(stage);
      await page.evaluate(
        (given) => window.showBeside?.(given),
        shownOf(site, actor.app, actor.more),
      );
      const beside = page.locator("#beside").getByRole("contentinfo");
      await expect(beside).toHaveText("anonymous");
      const scene = await actor.enter(stage);
      await submit(stage, scene);
      await scene.done(stage);
      await expect(beside).toHaveText(`authenticated ${scene.email}`);
      return { scene, posts: 1, email: scene.email };
    },
  },
  {
    id: "submit before hydration",
    page: "rendered",
    async run(stage, actor) {
      const { page, site } = stage;
      let release = () => {};
      const released = new Promise<void>((resolve) => (release = resolve));
      await page.route("**/*.js", async (route) => {
        await released;
        await route.continue();
      });
      await stage.show(actor.app, actor.more);
      const before = await actor.firstStep?.(stage);
      if (!before) {
        // A server does not know who is signed in, so there is nothing that could be linked.
        await expect(stage.root.getByRole("button", { name: /^Link/ })).toHaveCount(0);
        release();
        await untilKnown(stage);
        const scene = await actor.enter(stage);
        await submit(stage, scene);
        await scene.done(stage);
        return { scene, posts: 1, email: scene.email };
      }
      const { last = "", button, path } = before;
      await expect(stage.button(button)).toBeDisabled();
      const typed = await stage.field(last).inputValue();
      await stage.field(last).press("Enter");
      expect(site.tenant.requests().filter((one) => path.test(one.path))).toEqual([]);
      release();
      await untilKnown(stage);
      await expect(stage.field(last)).toHaveValue(typed);
      await submit(stage, before);
      await before.done(stage);
      const email = actor.id === "Passwordless" ? undefined : before.email;
      return { scene: before, posts: 1, email };
    },
  },
];
