import { useEffect, useRef, type ComponentProps, type ReactNode } from "react";
import { hasMoved } from "../routing/address.js";

/** A page's heading, which names the document; it has the focus when the reader came here from another page. */
export function PageTitle({ children, ...props }: ComponentProps<"h1">): ReactNode {
  const title = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (hasMoved()) title.current?.focus({ preventScroll: true });
  }, []);

  // After every render: the words may be in another language now.
  useEffect(() => {
    document.title = `${title.current?.textContent.replace(/\.$/, "")} · Atrium`;
  });

  return (
    <h1 tabIndex={-1} ref={title} {...props}>
      {children}
    </h1>
  );
}
