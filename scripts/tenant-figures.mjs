import { existsSync, mkdirSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { onStop } from "./shared/on-stop.mjs";
import { bootTimes } from "./tenant-figures/boot.mjs";
import { countLostWrites } from "./tenant-figures/kills.mjs";
import { memoryAfterLogins } from "./tenant-figures/logins.mjs";
import { seededStart } from "./tenant-figures/seeded-users.mjs";
import { silentLogins } from "./tenant-figures/silent-logins.mjs";
import { bin, folder, killTenants } from "./tenant-figures/tenant-process.mjs";

// Smaller numbers are for a first look; only the usual ones are held against the goals.
const { values: options } = parseArgs({
  options: {
    silent: { type: "string", default: "2000" },
    users: { type: "string", default: "10000" },
    logins: { type: "string", default: "10000" },
    kills: { type: "string", default: "200" },
  },
});
const count = Object.fromEntries(
  Object.entries(options).map(([name, value]) => [name, Number(value)]),
);

onStop(() => {
  killTenants();
  process.exit(1);
});

if (!existsSync(bin)) {
  console.error(`${bin} is not there. Run "npm run build" first.`);
  process.exit(1);
}
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const measurements = [
  () => bootTimes(),
  () => silentLogins(count.silent),
  () => seededStart(count.users),
  () => memoryAfterLogins(count.logins),
  () => countLostWrites(count.kills),
];

let missed = 0;
for (const measure of measurements) {
  for (const { name, value, goal, unit, notes } of await measure()) {
    const kept = value <= goal;
    if (!kept) missed += 1;
    const says = `${name}: ${Math.round(value * 10) / 10}${unit && ` ${unit}`} of ${goal}`;
    console.log(`${kept ? "kept  " : "MISSED"} ${says}${notes ? ` (${notes})` : ""}`);
  }
}
rmSync(folder, { recursive: true, force: true });
process.exit(missed === 0 ? 0 : 1);
