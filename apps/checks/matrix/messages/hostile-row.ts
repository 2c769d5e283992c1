import type { Wire } from "./wires.js";

/** Where a message is heard: by whoever asks in a frame, by whoever opened a window, by the page that window comes back to. */
export type Channel = "silent" | "popup" | "relay";

/**
 * The window that posts a message. `true` is the one of the attempt, on the origin that it has to be of; the first
 * ones are that very window on another origin, the others have that very origin in another window.
 */
export type Sender =
  | "true"
  | "foreign site"
  | "other port"
  | "sibling"
  | "other scheme"
  | "opaque"
  | "other side"
  | "own window"
  | "other frame"
  | "other window"
  | "nested frame";

/** When a message is posted, where not once while the attempt is open. */
export type Moment = "twice" | "after the end" | "after the deadline" | "of the attempt before";

/** One hostile message; everything about it is right but for what its name says. */
export interface HostileRow {
  readonly id: string;
  /** The window of the attempt if not given. */
  readonly from?: Sender;
  /** The true message if not given. */
  readonly data?: (wire: Wire) => unknown;
  readonly moment?: Moment;
  /** Where it is the tenant's own answer after all, only a broken one: the attempt ends with `invalid_callback`. */
  readonly broken?: readonly Channel[];
}

/** The rows of one class. */
export interface HostileClass {
  readonly name: string;
  readonly rows: readonly HostileRow[];
}
