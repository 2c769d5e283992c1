import { ask } from "./ask.mjs";
import { codeRequest, signIn } from "./sample-login.mjs";
import { startTenant } from "./tenant-process.mjs";

/** How long a silent `/authorize` of a signed-in browser takes, one after the other. */
export async function silentLogins(count) {
  const tenant = await startTenant();
  const headers = { cookie: await signIn(tenant.url) };
  const times = [];
  for (let number = 0; number < count; number += 1) {
    const { query } = codeRequest({ prompt: "none", response_mode: "web_message" });
    const start = performance.now();
    const { text } = await ask(`${tenant.url}/authorize?${query}`, { headers });
    times.push(performance.now() - start);
    if (!text.includes('"code"')) throw new Error(`No code: ${text}`);
  }
  await tenant.stop();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part) => sorted[Math.floor(sorted.length * part)];
  const notes = `median ${at(0.5).toFixed(1)}, slowest ${at(0.9999).toFixed(1)}, ${count} requests`;
  return [{ name: "silent /authorize, p95", value: at(0.95), goal: 10, unit: "ms", notes }];
}
