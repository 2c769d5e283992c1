import { findChrome } from "../chrome.mjs";
import { loadBench } from "../shared/load-bench.mjs";

/** What the bench finds of our own pages that comes out the same on every machine. */
export async function count() {
  const { runBench, close } = await loadBench();
  try {
    return await runBench({
      chrome: await findChrome(),
      runs: 1,
      only: ["react", "login", "auth-panel"],
      sections: ["bytes", "sign-in", "renewal"],
      say: () => {},
    });
  } finally {
    await close();
  }
}
