import { html } from "hono/html";
import type { PasswordRefusal } from "../policy/password-policy.js";
import { passwordRules, type PasswordRule } from "../policy/password-rules.js";
import type { DatabaseConnection } from "../state/connections.js";
import type { AccountWords } from "./account-words.js";
import type { Html } from "./send-page.js";

export interface PasswordHint {
  readonly connection: DatabaseConnection;
  /** Whether there were passwords before this one. */
  readonly isChange: boolean;
  /** Why the password that was typed last did not do. */
  readonly refusal: PasswordRefusal | undefined;
}

/** What a connection asks of a new password; after a refusal it marks what is missing. */
export function passwordHint(hint: PasswordHint, words: AccountWords): Html {
  const lines = [...strengthLines(hint, words), ...otherLines(hint, words)];
  return html`<ul class="hint" id="policy">
    ${lines.map(({ text, unmet }) => html`<li ${unmet ? html`class="unmet"` : ""}>${text}</li>`)}
  </ul>`;
}

interface Line {
  readonly text: string;
  readonly unmet: boolean;
}

function strengthLines({ connection, refusal }: PasswordHint, words: AccountWords): Line[] {
  const judged = refusal?.name === "PasswordStrengthError" ? refusal.description.rules : undefined;
  const rules = judged ?? passwordRules(connection.passwordPolicy);
  return rules.map((rule) => ({
    text: wordsFor(rule, words),
    unmet: judged !== undefined && !rule.verified,
  }));
}

function otherLines(
  { connection, isChange, refusal }: PasswordHint,
  { rules }: AccountWords,
): Line[] {
  const { noDictionary, noUserInfo, passwordHistory } = connection;
  const lines: Partial<Record<PasswordRefusal["name"], string | false>> = {
    PasswordDictionaryError: noDictionary && rules.common,
    PasswordNoUserInfoError: noUserInfo && rules.personal,
    PasswordHistoryError: isChange && passwordHistory > 0 && rules.former(passwordHistory),
  };
  return Object.entries(lines).flatMap(([name, text]) =>
    text ? [{ text, unmet: refusal?.name === name }] : [],
  );
}

function wordsFor(rule: PasswordRule, { rules, kinds }: AccountWords): string {
  const { code, format: [number = 0] = [], items = [] } = rule;
  const names: Readonly<Record<string, string>> = kinds;
  const listed = items.map((item) => names[item.code] ?? item.message).join(", ");
  switch (code) {
    case "lengthAtLeast":
      return rules.length(Number(number));
    case "shouldContain":
      return rules.all(listed);
    case "containsAtLeast":
      return rules.some(Number(number), listed);
    case "identicalChars":
      return rules.inARow(Number(number));
    default:
      return rules.any;
  }
}
