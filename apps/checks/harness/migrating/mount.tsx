import { StrictMode, type ComponentType } from "react";
import { createRoot } from "react-dom/client";

declare global {
  interface Window {
    /** The example that the page shows, such as `lock-panel`; a test gives it before any script runs. */
    shownExample?: string;
    /** What stands in the place of the examples' environment. */
    tenantDomain?: string;
    tenantClientId?: string;
  }
}

const examples = import.meta.glob<{ readonly App: ComponentType }>([
  "../../examples/migrating/*.tsx",
  "../../examples/migrating/before/*.tsx",
]);

/** Mounts an example as an app would: each brings its own provider. */
async function mount(name: string): Promise<void> {
  const load = examples[`../../examples/migrating/${name}.tsx`];
  const root = document.getElementById("root");
  if (!load || !root) throw new Error(`There is no example ${name}.`);
  const { App } = await load();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

if (window.shownExample) void mount(window.shownExample);
