import { join } from "node:path";
import { ask } from "./ask.mjs";
import { folder, startTenant } from "./tenant-process.mjs";

const rounds = 11;

/** From the start of the process to the first answer, with a new database and with one that is there. */
export async function bootTimes() {
  const file = ["--database", join(folder, "boot.db")];
  await timeBoot(file);
  const times = { memory: [], file: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.memory.push(await timeBoot(["--memory"]));
    times.file.push(await timeBoot(file));
  }
  return [
    figure("boot to first answer, new database in memory", times.memory),
    figure("boot to first answer, database that is there", times.file),
  ];
}

async function timeBoot(options) {
  const start = performance.now();
  const tenant = await startTenant("--quiet", ...options);
  await ask(`${tenant.url}/.well-known/openid-configuration`);
  const time = performance.now() - start;
  await tenant.stop();
  return time;
}

function figure(name, times) {
  const [fastest, slowest] = [Math.min(...times), Math.max(...times)].map(Math.round);
  const value = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
  const notes = `median of ${times.length}, ${fastest} to ${slowest}`;
  return { name, value, goal: 300, unit: "ms", notes };
}
