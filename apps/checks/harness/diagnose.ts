import { diagnose } from "@portico/core/diagnostics";
import "./core.js";

declare global {
  interface Window {
    diagnose: typeof diagnose;
  }
}

window.diagnose = diagnose;
