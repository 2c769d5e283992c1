import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { pageOf, type Input } from "./app.js";

const input = JSON.parse(document.documentElement.dataset["input"] ?? "") as Input;
const page = pageOf(input, () => import("./late.js"));

startTransition(() => {
  hydrateRoot(document, page, {
    // What React finds wrong with the server's page it puts right in silence, unless it is asked.
    onRecoverableError: (error) => console.error(`put right: ${String(error)}`),
  });
});
