"use client";

import { useId, type ReactNode } from "react";
import { Block, Unframed, blockProps } from "../form/block.js";
import { CloseButton } from "../parts/close-button.js";
import { Dialog } from "../parts/dialog.js";
import type { AuthPanelProps } from "./auth-panel-props.js";
import { PanelContent } from "./panel-content.js";

/** Sign-in, sign-up and everything around them on one surface, in the page or in a dialog in front of it. */
export function AuthPanel(props: AuthPanelProps): ReactNode {
  const { looks, surroundings, options } = blockProps(props);
  const { dialog = false, open = false, onClose, ...panel } = options;
  const { onReady, ...around } = surroundings;
  const { className, style, allowFraming } = around;
  const nameId = useId();
  const close = () => onClose?.();
  const content = (
    <Unframed
      {...{ className, style, allowFraming }}
      inDialog={dialog ? { nameId, cross: <CloseButton onClose={close} /> } : undefined}
    >
      <PanelContent
        {...panel}
        {...looks}
        onReady={onReady}
        allowFraming={allowFraming}
        autoFocus={looks.autoFocus ?? dialog}
        nameId={nameId}
        onClose={dialog ? close : undefined}
      />
    </Unframed>
  );
  return (
    <Block {...around} allowFraming>
      {dialog ? (
        <Dialog aria-labelledby={nameId} open={open} onClose={close}>
          {content}
        </Dialog>
      ) : (
        content
      )}
    </Block>
  );
}
