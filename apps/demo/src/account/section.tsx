import type { ReactNode } from "react";

interface SectionProps {
  readonly id: string;
  readonly title: string;
  /** A line below the title. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** One subject: what it is about, and beside it what is known and can be done. */
export function Section({ id, title, lead, children }: SectionProps): ReactNode {
  return (
    <section className="subject" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {lead && <p>{lead}</p>}
      </header>
      <div className="sheet">{children}</div>
    </section>
  );
}
