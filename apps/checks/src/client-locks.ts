/** One request for a lock; whoever stands first has it. */
interface Turn {
  readonly begin: () => void;
}

/** Gives jsdom the locks of a browser (Web Locks API), all of them free: exclusive ones, in the order of the calls. */
export function stubLocks(): void {
  const lines = new Map<string, Turn[]>();
  const lineOf = (name: string) => {
    const line = lines.get(name) ?? [];
    lines.set(name, line);
    return line;
  };

  async function request<T>(
    name: string,
    { ifAvailable = false, signal }: LockOptions,
    work: (lock: Lock | null) => Promise<T>,
  ): Promise<T> {
    const line = lineOf(name);
    if (ifAvailable && line.length > 0) return work(null);
    let turn: Turn | undefined;
    const leave = () => line.splice(line.indexOf(turn as Turn), 1);
    await new Promise<void>((begin, reject) => {
      turn = { begin };
      line.push(turn);
      if (line.length === 1) begin();
      signal?.addEventListener("abort", () => {
        if (line.indexOf(turn as Turn) <= 0) return;
        leave();
        reject(new DOMException("The request was aborted.", "AbortError"));
      });
    });
    try {
      return await work({ name, mode: "exclusive" });
    } finally {
      leave();
      line[0]?.begin();
    }
  }

  async function query(): Promise<LockManagerSnapshot> {
    const of = (name: string) => ({ name, mode: "exclusive" as const, clientId: "" });
    const all = [...lines].map(([name, line]) => line.map(() => of(name)));
    return {
      held: all.flatMap(([first]) => first ?? []),
      pending: all.flatMap(([, ...rest]) => rest),
    };
  }

  Object.defineProperty(navigator, "locks", { value: { request, query }, configurable: true });
}
