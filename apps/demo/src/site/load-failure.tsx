import { Component, type ReactNode } from "react";

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
    const { error } = this.state;
    return (
      <main className="narrow">
        <h1>Atrium didn’t load</h1>
        {/* The browser reports a part of the site that did not come as a TypeError. */}
        <p>
          {error instanceof TypeError
            ? "Check your connection, then load the page again."
            : "Something about this page is set up wrongly. Its makers have to mend it."}
        </p>
        {import.meta.env.DEV && <pre>{String(error)}</pre>}
        <button type="button" className="button" onClick={() => window.location.reload()}>
          Load again
        </button>
      </main>
    );
  }
}
