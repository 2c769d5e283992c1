import type { Actor, Scene } from "./actors.js";
import type { Stage } from "./stage.js";

/** What happens to a page while somebody uses it. */
export interface LifecycleEvent {
  readonly id: string;
  /** The page it needs: as people ship it (`built`), as a server renders it, or in a browser that keeps pages. */
  readonly page: "built" | "rendered" | "kept";
  /** Goes through it until nothing more will come. */
  readonly run: (stage: Stage, actor: Actor) => Promise<Aftermath>;
}

/** What has to be true when it is over. */
export interface Aftermath {
  readonly scene: Scene;
  /** How often it was sent: once for each time that the reader meant to. */
  readonly posts: number;
  /** Who is signed in; nobody, if not given. Not looked at where the app is gone. */
  readonly email?: string | undefined;
  readonly isGone?: boolean;
}
