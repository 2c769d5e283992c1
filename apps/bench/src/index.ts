export { runBench, sections } from "./bench.js";
export { installPeers } from "./install-peers.js";
export { reportOf, summaryOf } from "./report.js";
