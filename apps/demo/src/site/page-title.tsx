import { useEffect, useRef, type ComponentProps, type ReactNode } from "react";
import { hasMoved } from "../routing/address.js";

interface PageTitleProps extends ComponentProps<"h1"> {
  /** Whether it came in the place of what the reader was in. */
  readonly takesFocus?: boolean;
}

/** A page's heading, which names the document; it has the focus when the reader came here from another page. */
export function PageTitle({ takesFocus, children, ...props }: PageTitleProps): ReactNode {
  const title = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (takesFocus || hasMoved()) title.current?.focus({ preventScroll: true });
  }, [takesFocus]);

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
