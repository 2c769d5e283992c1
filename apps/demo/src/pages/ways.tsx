import type { ReactNode } from "react";
import { Link } from "../routing/link.js";
import { PageTitle } from "../site/page-title.js";
import { SourceText } from "../ways/source-text.js";
import { ways } from "../ways/ways.js";
import { useWords } from "../words/use-words.js";
import "../styles/ways.css";

/** Everything that this sample shows of signing in: where it is, what makes it, and its source. */
export default function Ways(): ReactNode {
  const words = useWords(waysWords);
  const list = useWords(ways);
  return (
    <div className="ways">
      <PageTitle>{words.title}</PageTitle>
      <p className="lead">{words.lead}</p>
      <ul className="sheet">
        {list.map(({ href, name, what, madeOf, source }) => (
          <li key={href}>
            <h2>
              <Link href={href}>{name}</Link>
            </h2>
            <p>{what}</p>
            <p className="made-of">
              <code dir="ltr">{madeOf}</code>
            </p>
            <SourceText path={source} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const waysWords = {
  en: {
    title: "All the ways in",
    lead: "Each page is a sample of its own: what it shows, the part of Portico that makes it, and its source.",
  },
  ar: {
    title: "كل طرق الدخول",
    lead: "كل صفحة مثال قائم بذاته: ما تعرضه، والجزء الذي يصنعها من Portico، ونصها البرمجي.",
  },
};
