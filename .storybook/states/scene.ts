import type { ReactElement } from "react";
import type { Messages } from "../../packages/components/src/index.js";
import type { FakeClientOptions } from "../../packages/core/src/testing/index.js";
import type { AuthErrorCode } from "../../packages/react/src/index.js";
import type { Call } from "./calls.js";

/** Something that a component can be brought to, without a network and in every language. */
export interface Scene {
  /** The component with its props. */
  readonly show: ReactElement;
  /** How the calls end; a function where every showing needs a tenant of its own. */
  readonly tenant?: FakeClientOptions | (() => FakeClientOptions);
  /** What a reader does to get there; nothing if not given. */
  readonly act?: (reader: Reader) => Promise<void>;
}

/** A state of a component. */
export interface StateScene extends Scene {
  /** A selector of what is there in this state and in no state on the way to it. */
  readonly sign: string;
}

/** A call of a component that can fail. */
export interface CallScene extends Scene {
  /** Whether a failure that may pass is tried again first, for some seconds; then one of those stands for all. */
  readonly isRetried?: boolean;
  /** Whether it says so where the call was given up: what did not come has to be asked for again. */
  readonly tellsGivenUp?: boolean;
  /** Codes that this component turns into something else than a failure, with the selector of what is there instead. */
  readonly instead?: Readonly<Partial<Record<AuthErrorCode, string>>>;
  /** What this component says in its own words, in place of those for the code. */
  readonly ownWords?: (words: Messages) => readonly string[];
}

/** Whoever uses a component, by the dictionary that it speaks. */
export interface Reader {
  readonly words: Messages;
  /** Types into the input of that name; what was in it is gone. */
  readonly type: (name: string, text: string) => Promise<void>;
  /** Presses the first button that says so. */
  readonly press: (words: string) => Promise<void>;
  /** Presses the first element that the selector finds. */
  readonly pressAt: (selector: string) => Promise<void>;
}

/** A component in all that it can be. */
export interface Exhibit<State extends string = string> {
  readonly states: Readonly<Record<State, StateScene>>;
  /** By the calls that it makes: each with every code that the call can end with. */
  readonly calls: Readonly<Partial<Record<Call, CallScene>>>;
}
