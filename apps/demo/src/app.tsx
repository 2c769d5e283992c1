import { Auth0Provider, safeReturnTo, type AppState } from "@portico/react";
import { lazy, Suspense, type ReactNode } from "react";
import { navigate } from "./routing/address.js";
import { LoadFailure } from "./site/load-failure.js";
import { Site } from "./site/site.js";
import { application } from "./settings.js";
import { Spoken } from "./words/spoken.js";

const Setup = lazy(() => import("./pages/setup.js"));

/** Atrium, or how to set it up while it does not know its tenant. */
export function App(): ReactNode {
  return (
    <LoadFailure>
      {application ? (
        <Auth0Provider
          {...application}
          redirectUri={`${window.location.origin}/`}
          onRedirectCallback={goBack}
        >
          <Spoken>
            <Site />
          </Spoken>
        </Auth0Provider>
      ) : (
        <Suspense>
          <Setup />
        </Suspense>
      )}
    </LoadFailure>
  );
}

function goBack(appState: AppState | undefined): void {
  navigate(safeReturnTo(appState?.returnTo), { replace: true });
}
