"use client";

import type { AuthError } from "@portico/react";
import { useState } from "react";
import { failed, type Attempt } from "./failed-news.js";
import type { AccountNews } from "./link-accounts-step.js";

/** Where a reader is between calls. It is about one user, and goes with them. */
export interface Place {
  readonly at: "list" | "address" | { readonly unlink: string };
  /** What was pressed last: an account's id, a connection's name, or `code`. */
  readonly pressed?: string | undefined;
  /** Where the last code was wanted. */
  readonly address?: string | undefined;
  readonly news?: AccountNews | undefined;
}

/** What `usePlace` gives. */
export interface PlaceBinding {
  readonly place: Place;
  /** Goes on; what was said last is not said any more. */
  readonly goTo: (at: Place["at"], change?: Omit<Place, "at">) => void;
  /** Goes back to the list, which says why. What the reader gave up themselves needs no words. */
  readonly goBackWith: (error: AuthError, attempt: Attempt) => void;
}

interface Kept extends Place {
  readonly sub: string | undefined;
  readonly failures: number;
}

/** Keeps the place of whoever is signed in. */
export function usePlace(sub: string | undefined): PlaceBinding {
  const start: Kept = { sub, at: "list", failures: 0 };
  const [kept, setKept] = useState<Kept>(start);
  const place = ofUser(kept);

  return {
    place,
    goTo: (at, change) => {
      setKept((before) => ({ ...ofUser(before), news: undefined, ...change, at }));
    },
    goBackWith: (error, attempt) => {
      setKept((before) => {
        const here = { ...ofUser(before), at: "list" } as const;
        if (error.code === "aborted") return { ...here, news: undefined };
        const failures = here.failures + 1;
        return { ...here, failures, news: failed(error, attempt, failures) };
      });
    },
  };

  function ofUser(any: Kept): Kept {
    return any.sub === sub ? any : start;
  }
}
