import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { navigate, useAddress } from "./address.js";

/** A link to a page of this app; a new tab, a new window and a download stay the browser's business. */
export function Link({
  href,
  children,
  ...props
}: ComponentProps<"a"> & { href: string }): ReactNode {
  const address = useAddress();
  const isHere = address.pathname === new URL(href, address).pathname;
  return (
    <a
      aria-current={isHere ? "page" : undefined}
      {...props}
      href={href}
      onClick={(event) => isPlain(event) && follow(event, href)}
    >
      {children}
    </a>
  );
}

function isPlain({ button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return button === 0 && !altKey && !ctrlKey && !metaKey && !shiftKey;
}

function follow(event: MouseEvent, href: string): void {
  event.preventDefault();
  navigate(href);
}
