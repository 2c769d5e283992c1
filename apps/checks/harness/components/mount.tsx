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
  window.show = (shown) => reactRoot.render(pageOf(shown));
}

window.showBeside = (shown) => {
  const beside = document.body.appendChild(document.createElement("div"));
  beside.id = "beside";
  createRoot(beside, { identifierPrefix: "beside-" }).render(pageOf(shown));
};
