import type { Session } from "@portico/react";
import { useSyncExternalStore } from "react";
import { useMinute } from "../account/use-minute.js";

/** Whether the reader has shown lately who they are. */
export interface FreshProof {
  readonly isFresh: boolean;
  /** The last proof, in milliseconds since 1970. */
  readonly at: number;
  /** Takes down that they have just done so. */
  readonly note: () => void;
  /** Lets nothing count that came before. */
  readonly forget: () => void;
}

interface Kept {
  readonly sub: string;
  readonly provenAt: number;
  readonly forgottenAt: number;
}

const minute = 60_000;
const lifetime = 5;
const listeners = new Set<() => void>();
let kept: Kept | undefined;

/**
 * A sign-in, or a proof since then, counts for less than five minutes. A page can only ask: what is behind it has to
 * check the time of the sign-in in the token itself.
 */
export function useFreshProof({ user: { sub }, authenticatedAt = 0 }: Session): FreshProof {
  const now = useMinute();
  const known = useSyncExternalStore(subscribe, () => kept);
  const own = known?.sub === sub ? known : { sub, provenAt: 0, forgottenAt: 0 };
  const at = Math.max(authenticatedAt, own.provenAt);
  const isYoung = Math.floor(at / minute) + lifetime > now / minute;
  return {
    isFresh: isYoung && at > own.forgottenAt,
    at,
    // The tenant's clock may be ahead of this one: what is proven now counts, whatever was forgotten.
    note: () => keep({ sub, provenAt: Date.now(), forgottenAt: 0 }),
    forget: () => keep({ ...own, forgottenAt: Math.max(Date.now(), at) }),
  };
}

function keep(next: Kept): void {
  kept = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
