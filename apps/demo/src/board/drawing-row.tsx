import type { ReactNode } from "react";
import { useWords, type Words } from "../words/use-words.js";
import { DueDate } from "./due-date.js";
import type { Drawing } from "./projects.js";

interface DrawingRowProps {
  readonly drawing: Drawing;
  /** The project's name, where rows of several projects stand together. */
  readonly project?: Words<string>;
}

/** One drawing: when it is due, what it is and how it stands. */
export function DrawingRow({ drawing, project = unnamed }: DrawingRowProps): ReactNode {
  const { number, revision, state, dueIn } = drawing;
  const words = useWords(drawingWords);
  const title = useWords(drawing.title);
  const name = useWords(project);
  return (
    <li className="drawing">
      <DueDate dueIn={dueIn} />
      <span className="drawing-number">
        <bdi>{number}</bdi>
        <small>
          {" "}
          {words.revision} {revision}
        </small>
      </span>
      <span className="drawing-title">
        {title}
        {name && <small>{name}</small>}
      </span>
      <span className="drawing-state" data-state={state}>
        {words[state]}
      </span>
    </li>
  );
}

const unnamed = { en: "", ar: "" };

const drawingWords = {
  en: { revision: "rev", review: "For review", back: "Comments back", approved: "Approved" },
  ar: { revision: "نسخة", review: "بانتظار المراجعة", back: "عاد بملاحظات", approved: "معتمد" },
};
