import type { ReactNode } from "react";
import { DrawingRow } from "../board/drawing-row.js";
import { projects, type Project } from "../board/projects.js";
import { PageTitle } from "../site/page-title.js";
import { useWords } from "../words/use-words.js";
import "../styles/board.css";
import "../styles/projects.css";

const drawings = projects.flatMap((project) => project.drawings);
const open = drawings.filter(({ state }) => state !== "approved");

/** The board: every project with its drawings. */
export function Projects(): ReactNode {
  const words = useWords(projectsWords);
  return (
    <div className="projects">
      <PageTitle>{words.title}</PageTitle>
      <p className="lead">{words.open(open.length, drawings.length)}</p>
      {projects.map((project) => (
        <ProjectSheet key={project.id} project={project} />
      ))}
    </div>
  );
}

function ProjectSheet({ project }: { readonly project: Project }): ReactNode {
  const { id, name, brief, stage } = project;
  return (
    <section className="sheet" aria-labelledby={id}>
      <header>
        <span className="thumbnail" data-project={id} aria-hidden="true" />
        <div>
          <h2 id={id}>{useWords(name)}</h2>
          <p>{useWords(brief)}</p>
        </div>
        <p className="stage">{useWords(stage)}</p>
      </header>
      <ul className="drawings">
        {project.drawings.map((drawing) => (
          <DrawingRow key={drawing.number} drawing={drawing} />
        ))}
      </ul>
    </section>
  );
}

const projectsWords = {
  en: {
    title: "Projects",
    open: (some: number, all: number) => `Still open: ${some} of ${all} drawings.`,
  },
  ar: {
    title: "المشاريع",
    open: (some: number, all: number) => `المخططات المفتوحة: ${some} من ${all}.`,
  },
};
