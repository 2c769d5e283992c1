import type { AnonymousReason, AuthErrorCode } from "@portico/react";
import type { ReactNode } from "react";
import { useWords } from "../words/use-words.js";
import { noticeOf } from "./notice-of.js";
import { noticeWords, type NoticeName } from "./notice-words.js";
import "../styles/notice.css";

interface NoticeProps {
  readonly reason: AnonymousReason;
  readonly code: AuthErrorCode | undefined;
}

/** One calm line: what happened, what to do, and the code for whoever is asked about it. */
export default function Notice({ reason, code }: NoticeProps): ReactNode {
  const notice = noticeOf(reason, code);
  const [what, todo] = useWords(noticeWords)[notice];
  const again = useWords({ en: "Try again", ar: "إعادة المحاولة" });
  return (
    <span className="notice">
      <span>
        <strong>{what}</strong> {todo} {code && <code>{code}</code>}
      </span>
      {mayHelp.includes(notice) && (
        <button type="button" className="button quiet" onClick={() => window.location.reload()}>
          {again}
        </button>
      )}
    </span>
  );
}

/** Where loading the page again may help. */
const mayHelp: readonly NoticeName[] = ["unreachable", "noStorage", "unknown"];
