import type { ReactNode } from "react";
import { DueDate } from "./due-date.js";
import type { Drawing } from "./projects.js";

interface DrawingRowProps {
  readonly drawing: Drawing;
  /** The project's name, where rows of several projects stand together. */
  readonly project?: string;
}

/** One drawing: when it is due, what it is and how it stands. */
export function DrawingRow({ drawing, project }: DrawingRowProps): ReactNode {
  const { number, title, revision, state, dueIn } = drawing;
  return (
    <li className="drawing">
      <DueDate dueIn={dueIn} />
      <span className="drawing-number">
        {number}
        <small> rev {revision}</small>
      </span>
      <span className="drawing-title">
        {title}
        {project && <small>{project}</small>}
      </span>
      <span className="drawing-state" data-state={state}>
        {state}
      </span>
    </li>
  );
}
