declare global {
  interface Window {
    /** What `findFields` has found: milliseconds since the page began to load, and how long each long task was. */
    fields: {
      readonly usable: Partial<Record<"email" | "password", number>>;
      readonly longTasks: number[];
      find(selector: string): HTMLInputElement | null;
    };
    /** What `countRenders` has counted. */
    reactWork: { commits: number; renders: number };
    /** Called by the page once somebody has signed in. */
    signedIn?: (email: string | undefined) => void;
    /** Set by pages that renew a session without their user; resolves with an access token. */
    renew?: () => Promise<string>;
  }
}

export type {};
