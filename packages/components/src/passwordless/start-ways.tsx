"use client";

import type { ReactNode } from "react";
import { passwordlessWords } from "../i18n/en/passwordless.js";
import { useMessages } from "../i18n/messages-provider.js";
import { TextButton } from "../parts/text-button.js";
import { Ways } from "../parts/ways.js";

/** What `StartWays` takes. */
export interface StartWaysProps {
  readonly form: {
    readonly step: "email" | "phone";
    readonly typedIdentifier: () => string;
    readonly switchChannel: (() => void) | undefined;
  };
  readonly onPassword: ((identifier: string) => void) | undefined;
}

/** The other ways in, where there are any. */
export function StartWays({ form, onPassword }: StartWaysProps): ReactNode {
  const { passwordless: words } = useMessages(passwordlessWords);
  const { step, typedIdentifier, switchChannel } = form;
  if (!switchChannel && !onPassword) return null;
  return (
    <Ways>
      {switchChannel && (
        <TextButton onClick={() => switchChannel()}>
          {step === "email" ? words.byPhone : words.byEmail}
        </TextButton>
      )}
      {onPassword && (
        <TextButton onClick={() => onPassword(typedIdentifier())}>{words.byPassword}</TextButton>
      )}
    </Ways>
  );
}
