// First, so that its layer lies below the components'.
import "./styles/base.css";
import "@portico/components/styles.css";
import "./styles/site.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.js";
import { startLanguage } from "./words/language.js";

const root = document.getElementById("root");
if (root) {
  void startLanguage();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
