import { browserEvents } from "./browser-events.js";
import type { LifecycleEvent } from "./lifecycle-event.js";
import { pageEvents } from "./page-events.js";

/** Everything that may happen to a page. */
export const lifecycleEvents: readonly LifecycleEvent[] = [...pageEvents, ...browserEvents];
