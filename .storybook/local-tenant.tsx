import { createContext, useEffect, useState, type ReactNode } from "react";
import { auth0JsEngine } from "../packages/core/src/auth0-js/auth0-js-engine.js";
import { Auth0Provider } from "../packages/react/src/index.js";
import { liveCallback } from "../scripts/shared/live-callback.mjs";

/** What answers the components: nobody but a script, or the local tenant by one of the two engines. */
export const engines = {
  fake: "No network",
  portico: "Local tenant",
  "auth0-js": "Local tenant, by auth0-js",
} as const;

/** The name of one of them. */
export type EngineName = keyof typeof engines;

/** The engine that the toolbar has chosen. */
export const EngineContext = createContext<EngineName>("fake");

const domain = import.meta.env["VITE_AUTH0_DOMAIN"] ?? "http://localhost:4101";
const clientId = import.meta.env["VITE_AUTH0_CLIENT_ID"] ?? "portico-demo";

/** The page that windows and redirects come back to; it is on the tenant's lists. */
export function callbackAddress(): string {
  return new URL(liveCallback, window.location.href).href;
}

/** Where the tenant shows the messages that it sends. */
export const inbox = `${domain}/_tenant/inbox`;

/** Surroundings with a tenant on this machine, or how to start it. */
export function LocalTenant(props: {
  readonly engine?: Exclude<EngineName, "fake">;
  readonly children: ReactNode;
}): ReactNode {
  const { engine = "portico", children } = props;
  const answers = useAnswers();
  if (answers === undefined) return null;
  if (!answers) return <NotThere />;
  return (
    <Auth0Provider
      key={engine}
      domain={domain}
      clientId={clientId}
      redirectUri={callbackAddress()}
      engine={engine === "auth0-js" ? auth0JsEngine() : undefined}
    >
      {children}
    </Auth0Provider>
  );
}

function NotThere(): ReactNode {
  return (
    <section className="preview-panel" aria-labelledby="not-there">
      <h2 id="not-there">The local tenant isn't running</h2>
      <p>
        This story signs in for real, at <code>{domain}</code>. Nothing answers there.
      </p>
      <p>
        <code>npm run storybook</code> starts one along with these pages. Beside a copy of them that
        is served elsewhere, start it with this page's address:
      </p>
      <pre>{`npx portico-tenant --app-origin ${window.location.origin}`}</pre>
      <button type="button" onClick={() => window.location.reload()}>
        Look again
      </button>
    </section>
  );
}

/** Whether the tenant answers; undefined until that is known. */
function useAnswers(): boolean | undefined {
  const [answers, setAnswers] = useState<boolean>();
  useEffect(() => {
    const gone = new AbortController();
    fetch(`${domain}/.well-known/openid-configuration`, { signal: gone.signal }).then(
      ({ ok }) => setAnswers(ok),
      () => gone.signal.aborted || setAnswers(false),
    );
    return () => gone.abort();
  }, []);
  return answers;
}
