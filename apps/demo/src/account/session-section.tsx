import { useCheckSession, type Session } from "@portico/react";
import type { ReactNode } from "react";
import { Failure } from "./failure.js";
import { Moment } from "./moment.js";

/** How long the session lasts, and a button that asks the tenant about it. */
export function SessionSection({ session }: { readonly session: Session }): ReactNode {
  const { state, check } = useCheckSession();
  const { expiresAt, authenticatedAt, audience, scope } = session;
  return (
    <section className="sheet" aria-labelledby="session">
      <h2 id="session">Session</h2>
      <p>The tokens stay in this page’s memory and are renewed when needed.</p>
      <dl className="rows">
        <div>
          <dt>Access token ends</dt>
          <dd>
            <Moment at={expiresAt} />
          </dd>
        </div>
        {authenticatedAt !== undefined && (
          <div>
            <dt>Signed in</dt>
            <dd>
              <Moment at={authenticatedAt} />
            </dd>
          </div>
        )}
        {audience && (
          <div>
            <dt>Audience</dt>
            <dd>{audience}</dd>
          </div>
        )}
        <div>
          <dt>Scope</dt>
          <dd>{scope.join(" ")}</dd>
        </div>
      </dl>
      <div className="act">
        <button
          type="button"
          className="button quiet"
          aria-disabled={state.status === "pending"}
          onClick={() => void check()}
        >
          Check session
        </button>
        <output>
          {state.status === "pending" && "Asking the tenant…"}
          {state.status === "succeeded" && "You are still signed in at the tenant."}
          {state.status === "failed" && <Failure error={state.error} />}
        </output>
      </div>
    </section>
  );
}
