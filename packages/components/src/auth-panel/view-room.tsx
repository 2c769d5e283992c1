"use client";

import type { ReactNode } from "react";
import { authPanelWords } from "../i18n/en/auth-panel.js";
import { useMessages } from "../i18n/messages-provider.js";
import { AuthCard, type AuthCardProps } from "../parts/auth-card.js";
import { Button } from "../parts/button.js";
import { usePartProps } from "../parts/part-props.js";

/** Stands in the place of a form whose code is on its way: about as high, and with the way back. */
export function ViewRoom(props: Pick<AuthCardProps, "message" | "onBack">): ReactNode {
  const partProps = usePartProps();
  const { authPanel } = useMessages(authPanelWords);
  return (
    <AuthCard {...props} heading={null} label={authPanel.tabs} aria-busy="true">
      <div {...partProps("form")} aria-hidden="true" data-state="loading">
        <EmptyField />
        <EmptyField />
        <Button disabled>{blank}</Button>
      </div>
    </AuthCard>
  );
}

function EmptyField(): ReactNode {
  const partProps = usePartProps();
  return (
    <div {...partProps("field")}>
      <div {...partProps("label-line")}>{blank}</div>
      <div {...partProps("input")} />
      <div {...partProps("below")} />
    </div>
  );
}

const blank = "\u00a0";
