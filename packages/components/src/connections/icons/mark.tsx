import type { ReactNode } from "react";

/** The square that a mark is drawn in: 20 px, in its own colours or in those of the words beside it. */
export function Mark({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}
