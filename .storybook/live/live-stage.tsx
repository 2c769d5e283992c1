import type { ReactNode } from "react";
import { UserMenu } from "../../packages/components/src/index.js";
import { useSession } from "../../packages/react/src/index.js";
import { callbackAddress, inbox } from "../local-tenant.js";

/** Somebody whom the tenant knows from the start. */
export interface Known {
  readonly email: string;
  readonly password: string;
  /** Takes the place of the authenticator app, once. */
  readonly recoveryCode?: string;
}

/** What `LiveStage` takes. */
export interface LiveStageProps {
  /** Whoever may sign in; where nobody is named, any address will do. */
  readonly known?: Known | undefined;
  readonly children: ReactNode;
}

/** A component at the local tenant, with whoever is signed in above it and what it takes to sign in below. */
export function LiveStage({ known, children }: LiveStageProps): ReactNode {
  const { status } = useSession();
  return (
    <div className="live">
      {status === "authenticated" && (
        <div className="live-bar">
          <UserMenu logoutParams={{ returnTo: callbackAddress() }} />
        </div>
      )}
      {children}
      <aside className="live-note" aria-label="To try it">
        {known && (
          <dl>
            <dt>E-mail</dt>
            <dd>{known.email}</dd>
            <dt>Password</dt>
            <dd>{known.password}</dd>
            {known.recoveryCode && (
              <>
                <dt>Recovery code</dt>
                <dd>{known.recoveryCode}</dd>
              </>
            )}
          </dl>
        )}
        <a href={inbox} target="_blank" rel="noreferrer">
          Open the tenant's inbox
        </a>
      </aside>
    </div>
  );
}
