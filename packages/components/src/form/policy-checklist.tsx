"use client";

import type { PasswordRule } from "@portico/react";
import { useCallback, useMemo, useSyncExternalStore, type ReactNode } from "react";
import { PasswordRules } from "../parts/password-rules.js";
import { judgePassword } from "./password-rules.js";

/** A value that can be read and followed without a render. */
export interface LiveValue {
  readonly get: () => string;
  readonly subscribe: (listener: () => void) => () => void;
}

/** What `PolicyChecklist` takes. */
export interface PolicyChecklistProps {
  readonly id: string;
  readonly rules: readonly PasswordRule[];
  readonly password: LiveValue;
}

/** The rules for a password, judged while it is typed; renders only when a verdict changes. */
export function PolicyChecklist({ id, rules, password }: PolicyChecklistProps): ReactNode {
  const verdicts = useCallback(
    () => JSON.stringify(judgePassword(rules, password.get())),
    [rules, password],
  );
  const judged = useSyncExternalStore(password.subscribe, verdicts, () => JSON.stringify(rules));
  const list = useMemo(() => JSON.parse(judged) as readonly PasswordRule[], [judged]);
  return <PasswordRules id={id} rules={list} />;
}
