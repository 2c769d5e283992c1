"use client";

import type { CSSProperties, ReactNode } from "react";
import { useMessages } from "../i18n/messages-provider.js";
import { AuthCard } from "./auth-card.js";
import { usePartProps } from "./part-props.js";

/** What `FramedNotice` takes. */
export interface FramedNoticeProps {
  /** Where the page can be opened by itself. */
  readonly address: string;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  /** Given in a dialog, which is named after the way out. */
  readonly inDialog?: { readonly nameId: string; readonly cross: ReactNode } | undefined;
}

/** Stands in the place of a form that another site shows inside a page of its own: why, and the way out. */
export function FramedNotice(props: FramedNoticeProps): ReactNode {
  const { address, className, style, inDialog } = props;
  const partProps = usePartProps();
  const { progress } = useMessages();
  return (
    <AuthCard
      className={className}
      style={style}
      heading={null}
      label={progress.framedOpen}
      data-state="framed"
    >
      {inDialog?.cross}
      <p>{progress.framed}</p>
      <a
        {...partProps("button")}
        id={inDialog?.nameId}
        data-variant="primary"
        href={address}
        target="_top"
      >
        {progress.framedOpen}
      </a>
    </AuthCard>
  );
}
