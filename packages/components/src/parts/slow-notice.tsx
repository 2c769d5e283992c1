"use client";

import { useEffect, useState, type ReactNode } from "react";
import { usePartProps } from "./part-props.js";

const patience = 4000;

/** What `SlowNotice` takes; its children are what it says. */
export interface SlowNoticeProps {
  readonly isPending: boolean;
  readonly children: ReactNode;
}

/** Says, once, that a call takes longer than people expect. */
export function SlowNotice({ isPending, children }: SlowNoticeProps): ReactNode {
  const partProps = usePartProps();
  return (
    <p {...partProps("notice")} role="status">
      {isPending && <Later>{children}</Later>}
    </p>
  );
}

function Later({ children }: { readonly children: ReactNode }): ReactNode {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return isLate && children;
}
