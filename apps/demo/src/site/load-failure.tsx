import { Component, type ReactNode } from "react";
import { useSiteWords } from "../words/use-words.js";

interface LoadFailureProps {
  readonly children: ReactNode;
}

/** Says so when a part of the site could not be loaded or is configured wrongly. */
export class LoadFailure extends Component<LoadFailureProps, { readonly error?: unknown }> {
  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override state: { readonly error?: unknown } = {};

  override render(): ReactNode {
    if (!("error" in this.state)) return this.props.children;
    return <Failed error={this.state.error} />;
  }
}

function Failed({ error }: { readonly error: unknown }): ReactNode {
  const words = useSiteWords();
  return (
    <main className="narrow">
      <h1>{words.broken}</h1>
      {/* The browser reports a part of the site that did not come as a TypeError. */}
      <p>{error instanceof TypeError ? words.offline : words.wrong}</p>
      {import.meta.env.DEV && <pre dir="ltr">{String(error)}</pre>}
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {words.again}
      </button>
    </main>
  );
}
