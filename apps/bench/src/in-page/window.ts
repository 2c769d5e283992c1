/** What the functions of this folder leave in a page. They are given to it as text, so each stands by itself. */
export interface BenchWindow {
  /** Set by `findFields`: milliseconds since the page began to load. */
  fields: {
    readonly usable: Partial<Record<"email" | "password", number>>;
    readonly longTasks: number[];
    find(selector: string): HTMLInputElement | null;
  };
  /** Set by `countRenders`. */
  reactWork: { commits: number; renders: number };
}

declare global {
  interface Window extends BenchWindow {
    /** Called by the page once somebody has signed in. */
    signedIn?: (email: string | undefined) => void;
    /** Set by pages that renew a session without their user; resolves with an access token. */
    renew?: () => Promise<string>;
  }
}
