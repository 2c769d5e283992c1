// First, so that its layer lies below the components'.
import "./page.css";
import "@portico/components/styles.css";
import { createRoot } from "react-dom/client";
import { pageOf } from "./page.js";

const root = document.getElementById("root");
if (root && window.shownComponent) {
  const reactRoot = createRoot(root);
  reactRoot.render(pageOf(window.shownComponent));
  window.unmount = () => reactRoot.unmount();
}
