"use client";

import { createContext, useContext } from "react";

/** Whether the parts below go without classes. */
export const UnstyledContext = createContext(false);

/** What a part adds to its element: a stable class, unless unstyled, and its name for style sheets and tests. */
export type PartProps = (
  part: string,
  className?: string,
) => {
  readonly className: string | undefined;
  readonly "data-part": string;
};

/** Names parts, with classes or, below `unstyled`, without. */
export function usePartProps(): PartProps {
  return useContext(UnstyledContext) ? unstyled : styled;
}

const styled: PartProps = (part, className) => {
  const own = `portico-${part}`;
  return { className: className ? `${own} ${className}` : own, "data-part": part };
};

// What is there for screen readers alone stays unseen.
const unstyled: PartProps = (part, className) =>
  part === "unseen" ? styled(part, className) : { className, "data-part": part };
