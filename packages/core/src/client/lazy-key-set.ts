import type { KeySet } from "../tokens/jwks.js";
import { load } from "../transport/load.js";
import { signInPart } from "./on-demand.js";

/** The tenant's signing keys, with the code that fetches them loaded when the first token comes. */
export function createLazyKeySet(url: string, deadline: number): KeySet {
  let keys: KeySet | undefined;
  const ready = async () => {
    const { createKeySet } = await load(signInPart);
    return (keys ??= createKeySet(url, deadline));
  };
  return {
    algorithm: "RS256",
    find: async (kid) => (await ready()).find(kid),
    preload() {
      ready().then(
        (set) => set.preload(),
        () => {},
      );
    },
  };
}
