export { runBench, sections } from "./bench.js";
export { contestants } from "./contestants.js";
export { installPeers } from "./install-peers.js";
export { reportOf, summaryOf } from "./report.js";
