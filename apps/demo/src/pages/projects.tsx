import type { ReactNode } from "react";
import { DrawingRow } from "../board/drawing-row.js";
import { projects } from "../board/projects.js";
import { PageTitle } from "../site/page-title.js";
import "../styles/board.css";
import "../styles/projects.css";

const drawings = projects.flatMap((project) => project.drawings);
const open = drawings.filter(({ state }) => state !== "Approved");

/** The board: every project with its drawings. */
export function Projects(): ReactNode {
  return (
    <div className="projects">
      <PageTitle>Projects</PageTitle>
      <p className="lead">
        Still open: {open.length} of {drawings.length} drawings.
      </p>
      {projects.map(({ id, name, brief, stage, drawings: own }) => (
        <section key={id} className="sheet" aria-labelledby={id}>
          <header>
            <span className="thumbnail" data-project={id} aria-hidden="true" />
            <div>
              <h2 id={id}>{name}</h2>
              <p>{brief}</p>
            </div>
            <p className="stage">{stage}</p>
          </header>
          <ul className="drawings">
            {own.map((drawing) => (
              <DrawingRow key={drawing.number} drawing={drawing} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
