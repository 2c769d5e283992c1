import { RequireAuth, useAccessToken } from "@portico/react";
import { useState } from "react";

export function ProtectedPage() {
  return (
    <RequireAuth
      fallback={<output>One moment…</output>}
      failed={(error, retry) => (
        <button onClick={retry}>That did not work ({error.code}). Try again</button>
      )}
    >
      <Projects />
    </RequireAuth>
  );
}

function Projects() {
  const getAccessToken = useAccessToken({ audience: "https://api.portico.example" });
  const [projects, setProjects] = useState<readonly string[]>();
  const [hasFailed, setFailed] = useState(false);

  async function load() {
    const authorization = `Bearer ${await getAccessToken()}`;
    const response = await fetch("/api/projects", { headers: { authorization } });
    if (!response.ok) throw new Error(`The API answered ${response.status}.`);
    setProjects(await response.json());
  }

  return (
    <section aria-label="Projects">
      <button onClick={() => void load().catch(() => setFailed(true))}>Load</button>
      {hasFailed && <p role="alert">The projects could not be loaded.</p>}
      <ul>
        {projects?.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </section>
  );
}
