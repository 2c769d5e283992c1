/** What a reader typed to say who they are; no secret is among it. */
export interface TypedNames {
  readonly email?: string;
  readonly username?: string;
  readonly phone?: string;
}

/** Takes what was typed from one form to the next. */
export interface NameKeeper {
  readonly get: () => TypedNames;
  /** Reads the inputs of a form: what a password manager filled in is nowhere else. */
  readonly read: (container: ParentNode | null) => void;
  /** A name as a form passed it on. */
  readonly take: (name: string | undefined) => void;
}

const kinds = ["email", "username", "phone"] as const;

/** Keeps nothing yet. */
export function createNameKeeper(): NameKeeper {
  let names: TypedNames = {};
  return {
    get: () => names,
    read(container) {
      for (const kind of kinds) {
        const input = container?.querySelector<HTMLInputElement>(`form input[name="${kind}"]`);
        if (input) set(kindOf(input.value, kind), input.value.trim());
      }
    },
    take(name) {
      if (name) set(kindOf(name, name.startsWith("+") ? "phone" : "username"), name);
    },
  };

  function set(kind: keyof TypedNames, name: string): void {
    names = { ...names, [kind]: name };
  }
}

/** An address may be typed where a user name or an address is asked for. */
function kindOf(name: string, otherwise: keyof TypedNames): keyof TypedNames {
  return name.includes("@") ? "email" : otherwise;
}
