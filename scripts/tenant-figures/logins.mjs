import { execFileSync } from "node:child_process";
import { signIn } from "./sample-login.mjs";
import { startTenant } from "./tenant-process.mjs";

const atATime = 2;

/** What the process holds after many sign-ins: password, ticket, code and tokens. */
export async function memoryAfterLogins(count) {
  const tenant = await startTenant();
  const before = megabytesOf(tenant.pid);
  const start = performance.now();
  let left = count;
  const signInAgain = async () => {
    while (left > 0) {
      left -= 1;
      await signIn(tenant.url);
    }
  };
  await Promise.all(Array.from({ length: atATime }, signInAgain));
  const seconds = (performance.now() - start) / 1000;
  const value = megabytesOf(tenant.pid);
  await tenant.stop();
  const notes = `${before.toFixed(0)} before, ${(count / seconds).toFixed(0)} sign-ins a second`;
  return [{ name: `resident memory after ${count} sign-ins`, value, goal: 150, unit: "MB", notes }];
}

/** Resident set size; MB are 1 000 000 bytes. */
function megabytesOf(pid) {
  const kibibytes = execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
  return (Number(kibibytes) * 1024) / 1e6;
}
