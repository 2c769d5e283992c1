import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { pageOf } from "./page.js";
import type { Shown } from "./shown.js";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no root.");
const shown = JSON.parse(root.dataset["shown"] ?? "") as Shown;
startTransition(() => {
  hydrateRoot(root, pageOf(shown), {
    // What React finds wrong with the server's page it puts right in silence, unless it is asked.
    onRecoverableError: (error) => console.error(`put right: ${String(error)}`),
  });
});
