"use client";

import type { PasswordRule } from "@portico/react";
import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { rulesWords } from "../i18n/en/rules.js";
import { useMessages } from "../i18n/messages-provider.js";
import { RingIcon, TickIcon } from "./icons.js";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";

/** What `PasswordRules` takes besides the attributes of a div. */
export interface PasswordRulesProps extends ComponentPropsWithoutRef<"div"> {
  readonly rules: readonly PasswordRule[];
}

/** A checklist of the rules for a password; rules without words are left out. */
export const PasswordRules = slot<PasswordRulesProps, HTMLDivElement>(
  "PasswordRules",
  function PasswordRules({ rules, className, ...native }, ref) {
    const partProps = usePartProps();
    const messages = useMessages(rulesWords);
    return (
      <div {...native} {...partProps("rules", className)} ref={ref}>
        <p {...partProps("rules-title")}>{messages.rules.title}</p>
        <RuleList rules={rules} />
      </div>
    );
  },
);

function RuleList({ rules }: { readonly rules: readonly PasswordRule[] }): ReactNode {
  const partProps = usePartProps();
  const messages = useMessages(rulesWords);
  return (
    <ul {...partProps("rule-list")}>
      {rules.map(({ code, format, verified, items }) => (
        <li {...partProps("rule")} key={code} data-state={verified ? "met" : "open"}>
          {verified ? <TickIcon /> : <RingIcon />}
          <span>
            {messages.rules[code](format)}{" "}
            <span {...partProps("unseen")}>
              ({verified ? messages.rules.met : messages.rules.open})
            </span>
          </span>
          {items.length > 0 && <RuleList rules={items} />}
        </li>
      ))}
    </ul>
  );
}
