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
      onClick={(event) => follow(event, href)}
    >
      {children}
    </a>
  );
}

/** Follows a link without loading a page, where the click asks for nothing else. */
export function follow(event: MouseEvent, href: string): void {
  const { button, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (button !== 0 || altKey || ctrlKey || metaKey || shiftKey) return;
  event.preventDefault();
  navigate(href);
}
