"use client";

import type { ReactNode } from "react";
import { authPanelWords } from "../i18n/en/auth-panel.js";
import { useMessages } from "../i18n/messages-provider.js";
import { CrossIcon } from "./icons.js";
import { usePartProps } from "./part-props.js";

/** The cross in the corner of what stands in a dialog. */
export function CloseButton({ onClose }: { readonly onClose: () => void }): ReactNode {
  const partProps = usePartProps();
  const { authPanel } = useMessages(authPanelWords);
  return (
    <button
      type="button"
      {...partProps("close")}
      aria-label={authPanel.close}
      onClick={() => onClose()}
    >
      <CrossIcon />
    </button>
  );
}
