/** A browser that runs. It serves one person at a time. */
export interface Browser {
  /** Somebody new: no cookies, nothing stored. */
  open(look?: Look): Promise<Session>;
  close(): Promise<void>;
}

/** How the reader's system is set. */
export type Look = "light" | "dark";

/** All that one person has open. */
export interface Session {
  newTab(): Promise<Tab>;
  /** Closes everything and forgets it. */
  close(): Promise<void>;
}

/** Keys that are no text. */
export type Key = "Tab" | "Enter" | "Space";

/**
 * A page in a browser: the few verbs that every driver has. A verb waits until what it needs is there, and fails after
 * ten seconds without it. What comes of it is for the test to wait for.
 */
export interface Tab {
  goto(url: string): Promise<void>;
  click(place: Place): Promise<void>;
  /** Replaces what the field holds. */
  fill(place: Place, text: string): Promise<void>;
  /** To whatever has the focus. */
  press(key: Key): Promise<void>;
  type(text: string): Promise<void>;
  /** Runs in the page, so it can use nothing from around it but what it is given; both ways only plain data goes. */
  run<Result>(script: () => Result | Promise<Result>): Promise<Result>;
  run<Given, Result>(
    script: (given: Given) => Result | Promise<Result>,
    given: Given,
  ): Promise<Result>;
  url(): Promise<string>;
  /** The window that `open` brings about. */
  popup(open: () => Promise<void>): Promise<Tab>;
  /** The test has to wait for what it comes to. */
  back(): Promise<void>;
  reload(): Promise<void>;
  /** Writes a PNG. */
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

/** An XPath. The first element there that can be seen is meant. */
export type Place = string & { readonly place: unique symbol };

/** How long a verb waits for what it needs, in milliseconds. */
export const patience = 10_000;
