import { Auth0Provider, useSession } from "@portico/react";
import { StrictMode, type ComponentType } from "react";
import { createRoot } from "react-dom/client";
import type { Shown } from "./shown.js";

const apps = import.meta.glob<Record<string, ComponentType>>([
  "../../examples/*.tsx",
  "./apps/*.tsx",
]);

/** Mounts the app that the page was told to show, with what the session is below it. */
async function mount({ app, config, strict }: Shown): Promise<void> {
  const load = apps[`../../examples/${app}.tsx`] ?? apps[`./apps/${app}.tsx`];
  const root = document.getElementById("root");
  const App = (await load?.())?.[nameOf(app)];
  if (!App || !root) throw new Error(`There is no app ${app}.`);
  const tree = (
    <Auth0Provider {...config}>
      <App />
      <SessionLine />
    </Auth0Provider>
  );
  const reactRoot = createRoot(root);
  reactRoot.render(strict ? <StrictMode>{tree}</StrictMode> : tree);
  window.unmount = () => reactRoot.unmount();
}

function SessionLine() {
  const state = useSession();
  const who = state.status === "authenticated" ? state.session.user.email : "";
  const why = state.status === "anonymous" ? (state.error?.code ?? state.reason) : "";
  return <footer>{[state.status, who, why].filter(Boolean).join(" ")}</footer>;
}

function nameOf(file: string): string {
  return file.replace(/(?:^|-)(\w)/g, (_all, letter: string) => letter.toUpperCase());
}

if (window.shown) void mount(window.shown);
