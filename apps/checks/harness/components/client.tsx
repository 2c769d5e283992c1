import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { pageOf } from "./page.js";

const root = document.getElementById("root");
const shown = window.shownComponent;
if (!root || !shown) throw new Error("The page was not told what it shows.");
startTransition(() => {
  hydrateRoot(root, pageOf(shown), {
    // What React finds wrong with the server's page it puts right in silence, unless it is asked.
    onRecoverableError: (error) => console.error(`put right: ${String(error)}`),
  });
});
