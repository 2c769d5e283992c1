import { useSession } from "@portico/react";
import { useState, type ReactNode } from "react";
import { DrawingRow } from "../board/drawing-row.js";
import { projects } from "../board/projects.js";
import { Link } from "../routing/link.js";
import { PageTitle } from "../site/page-title.js";
import { SignInDialog } from "../site/sign-in-dialog.js";
import { useWords } from "../words/use-words.js";
import { landingWords } from "./landing-words.js";
import "../styles/board.css";
import "../styles/landing.css";

const nextReviews = projects
  .flatMap((project) => project.drawings.map((drawing) => ({ project, drawing })))
  .sort((one, other) => one.drawing.dueIn - other.drawing.dueIn)
  .slice(0, 5);

/** What Atrium is, and a look at its board. */
export function Landing(): ReactNode {
  const words = useWords(landingWords);
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="landing">
      <section className="opening">
        <div>
          <PageTitle>{words.title}</PageTitle>
          <p className="lead">{words.lead}</p>
          <Actions onSignIn={() => setAsking(true)} />
        </div>
        <div className="plan" aria-hidden="true" />
        <ol className="legend">
          {words.legend.map(([room, what]) => (
            <li key={room}>
              <strong>{room}</strong> {what}
            </li>
          ))}
        </ol>
      </section>
      <section className="sheet" aria-labelledby="next-reviews">
        <header>
          <h2 id="next-reviews">{words.reviews}</h2>
          <p>{words.board}</p>
        </header>
        <ul className="drawings">
          {nextReviews.map(({ project, drawing }) => (
            <DrawingRow key={drawing.number} drawing={drawing} project={project.name} />
          ))}
        </ul>
      </section>
      <SignInDialog open={isAsking} onClose={() => setAsking(false)} />
    </div>
  );
}

/** The one thing to do next, for whoever is here. */
function Actions({ onSignIn }: { readonly onSignIn: () => void }): ReactNode {
  const { status } = useSession();
  const words = useWords(landingWords);
  if (status === "authenticated") {
    return (
      <p className="actions">
        <Link href="/projects" className="button">
          {words.open}
        </Link>
      </p>
    );
  }
  return (
    <p className="actions">
      <Link href="/sign-up" className="button">
        {words.create}
      </Link>
      <button type="button" className="button quiet" aria-haspopup="dialog" onClick={onSignIn}>
        {words.signIn}
      </button>
    </p>
  );
}
