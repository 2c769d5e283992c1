"use client";

import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { socialWords } from "../i18n/en/social.js";
import { useMessages } from "../i18n/messages-provider.js";
import { ChevronIcon } from "./icons.js";
import { usePartProps } from "./part-props.js";
import { SocialButton, type SocialButtonProps } from "./social-button.js";
import { mostShown } from "./social-room.js";
import { TextButton } from "./text-button.js";

/** One of the buttons. */
export interface SocialItem extends Pick<SocialButtonProps, "background" | "color"> {
  /** The connection's name at the tenant. */
  readonly connection: string;
  /** Its name in words. */
  readonly name: string;
  readonly icon: ReactNode;
  readonly isLastUsed: boolean;
  readonly state: NonNullable<SocialButtonProps["state"]>;
}

/** What `SocialList` takes. */
export interface SocialListProps {
  readonly items: readonly SocialItem[];
  readonly onChoose: (connection: string) => void;
}

/** The buttons of providers, one below the other; what is more than four is folded. */
export function SocialList({ items, onChoose }: SocialListProps): ReactNode {
  const partProps = usePartProps();
  const { more } = useMessages(socialWords).social;
  const [isOpen, setOpen] = useState(false);
  const rest = useRef<HTMLDivElement>(null);
  const id = useId();
  const folded = items.slice(mostShown);

  // Whoever unfolds them with the keyboard wants to go on there.
  useEffect(() => {
    if (isOpen) rest.current?.querySelector("button")?.focus();
  }, [isOpen]);

  return (
    <div {...partProps("social-list")}>
      {items.slice(0, mostShown).map(button)}
      {folded.length > 0 && (
        <>
          <TextButton aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
            {more} <ChevronIcon />
          </TextButton>
          <div {...partProps("social-list")} ref={rest} id={id} hidden={!isOpen}>
            {folded.map(button)}
          </div>
        </>
      )}
    </div>
  );

  function button(item: SocialItem): ReactNode {
    return <ItemButton key={item.connection} item={item} onChoose={onChoose} />;
  }
}

interface ItemButtonProps extends Pick<SocialListProps, "onChoose"> {
  readonly item: SocialItem;
}

function ItemButton({ item, onChoose }: ItemButtonProps): ReactNode {
  const { continueWith, lastUsed } = useMessages(socialWords).social;
  const { connection, name, icon, background, color, isLastUsed, state } = item;
  return (
    <SocialButton
      icon={icon}
      background={background}
      color={color}
      badge={isLastUsed && lastUsed}
      state={state}
      onClick={() => onChoose(connection)}
    >
      {continueWith(name)}
    </SocialButton>
  );
}
