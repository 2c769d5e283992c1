import type { FaultMatch } from "@portico/tenant";
import type { Room } from "./room.js";

/** Something that a reader does in a finished component, and the request of it that goes wrong. */
export interface CanaryFlow {
  readonly id: string;
  readonly match: FaultMatch | ((room: Room) => FaultMatch);
  /** What the page shows. */
  readonly app: string;
  readonly props?: Readonly<Record<string, unknown>>;
  readonly config?: Readonly<Record<string, unknown>>;
  /** What the user has besides a password. */
  readonly user?: object;
  /** Brings the page to where the reader acts: before the first cell, and whenever the last one has spent something. */
  readonly given?: (room: Room) => Promise<void>;
  /** Whether it is needed before every cell. */
  readonly isGivenAnew?: true;
  /** Whether the fault is there before that: what is asked for ahead meets it too. */
  readonly isFaultyBefore?: true;
  /** What the reader does. */
  readonly act: (room: Room) => Promise<void>;
  /** Reads are sent again by themselves, so time has to pass. */
  readonly isRepeated?: true;
  /** The ids of faults that cannot become of it: those of a body where there is none. */
  readonly lacks?: readonly string[];
  /** Where it ends otherwise than others, by the id of the fault: a code, or `success`. */
  readonly otherwise?: Readonly<Record<string, string>>;
  /** The same for all of them. */
  readonly always?: string;
  /** Who is signed in afterwards, where it is not who was before. */
  readonly leaves?: "nobody";
  /** The words for a failure, where they are not those of its code. */
  readonly words?: (code: string, usual: string) => string;
  /** What has the focus after a failure: the name of an input, or the words of a button. */
  readonly focus?: string;
  /** Whether it is a component that tells readers of failures; an app's own page does that in its own way. */
  readonly isSilent?: true;
}
