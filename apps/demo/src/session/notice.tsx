import type { AnonymousReason, AuthErrorCode } from "@portico/react";
import type { ReactNode } from "react";
import { wordsFor } from "./notice-words.js";
import "../styles/notice.css";

interface NoticeProps {
  readonly reason: AnonymousReason;
  readonly code: AuthErrorCode | undefined;
}

/** One calm line: what happened, what to do, and the code for whoever is asked about it. */
export default function Notice({ reason, code }: NoticeProps): ReactNode {
  const { what, todo, reload } = wordsFor(reason, code);
  return (
    <span className="notice">
      <span>
        <strong>{what}</strong> {todo} {code && <code>{code}</code>}
      </span>
      {reload && (
        <button type="button" className="button quiet" onClick={() => window.location.reload()}>
          Try again
        </button>
      )}
    </span>
  );
}
