import { useSession } from "@portico/react";
import type { ReactNode } from "react";
import { DrawingRow } from "../board/drawing-row.js";
import { projects } from "../board/projects.js";
import { Link } from "../routing/link.js";
import { PageTitle } from "../site/page-title.js";
import "../styles/board.css";
import "../styles/landing.css";

const nextReviews = projects
  .flatMap((project) => project.drawings.map((drawing) => ({ project, drawing })))
  .sort((one, other) => one.drawing.dueIn - other.drawing.dueIn)
  .slice(0, 5);

/** What Atrium is, and a look at its board. */
export function Landing(): ReactNode {
  const { status } = useSession();
  return (
    <div className="landing">
      <section className="opening">
        <div>
          <PageTitle>Know what is due for review.</PageTitle>
          <p className="lead">
            Atrium keeps a practice’s projects, drawings and review dates on one board, so that
            nobody builds from last month’s revision.
          </p>
          <p className="actions">{status === "authenticated" ? toBoard : toSignIn}</p>
        </div>
        <div className="plan" aria-hidden="true" />
        <ol className="legend">
          <li>
            <strong>The portico</strong> One account for the whole practice, and you sign in without
            leaving the page.
          </li>
          <li>
            <strong>The court</strong> A board that everyone can see: what is due, and what came
            back.
          </li>
          <li>
            <strong>The rooms</strong> One for each project, with its drawings and their latest
            revision.
          </li>
        </ol>
      </section>
      <section className="sheet" aria-labelledby="next-reviews">
        <header>
          <h2 id="next-reviews">Next reviews</h2>
          <p>Studio board</p>
        </header>
        <ul className="drawings">
          {nextReviews.map(({ project, drawing }) => (
            <DrawingRow key={drawing.number} drawing={drawing} project={project.name} />
          ))}
        </ul>
      </section>
    </div>
  );
}

const toSignIn = (
  <>
    <Link href="/sign-up" className="button">
      Create account
    </Link>
    <Link href="/sign-in" className="button quiet">
      Sign in
    </Link>
  </>
);

const toBoard = (
  <Link href="/projects" className="button">
    Open the board
  </Link>
);
