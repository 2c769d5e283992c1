import type { AnonymousReason, AuthErrorCode } from "@portico/react";
import type { ReactNode } from "react";
import { wordsFor } from "./notice-words.js";
import "../styles/notice.css";

interface NoticeProps {
  readonly reason: AnonymousReason;
  readonly code: AuthErrorCode | undefined;
}

/** One calm paragraph: what happened and what to do. */
export default function Notice({ reason, code }: NoticeProps): ReactNode {
  const { what, todo, reload } = wordsFor(reason, code);
  return (
    <div className="notice" role="status">
      <div>
        <p>
          <strong>{what}</strong> {todo}
        </p>
        {code && (
          <p className="notice-code">
            Code <code>{code}</code>
          </p>
        )}
      </div>
      {reload && (
        <button type="button" className="button quiet" onClick={() => window.location.reload()}>
          Try again
        </button>
      )}
    </div>
  );
}
