import type { ComponentProps, ReactNode } from "react";
import { hasMoved } from "../routing/address.js";

/** A page's heading; it has the focus when the reader came here from another page. */
export function PageTitle({ children, ...props }: ComponentProps<"h1">): ReactNode {
  return (
    <h1 tabIndex={-1} ref={takeFocus} {...props}>
      {children}
    </h1>
  );
}

function takeFocus(title: HTMLElement | null): void {
  if (hasMoved()) title?.focus({ preventScroll: true });
}
