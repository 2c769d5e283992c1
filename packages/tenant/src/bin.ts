#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { checkSeed } from "./check-seed.js";
import { sampleSeed } from "./sample-seed.js";
import type { TenantSeed } from "./seed.js";
import { startTenant } from "./tenant.js";

const help = `portico-tenant: a local Auth0-compatible tenant for development and tests

  --port N            port to listen on (default 4101; the next free one if taken; 0: any)
  --database FILE     keep users, sessions and keys in FILE (default: in memory)
  --app-origin URL    origin of your application, may be repeated (default http://localhost:5173)
  --seed FILE.json    use this seed in place of the sample one
  --help              show this text
`;

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "4101" },
      database: { type: "string", default: ":memory:" },
      "app-origin": { type: "string", multiple: true },
      seed: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const seed = values.seed
    ? readSeed(values.seed)
    : sampleSeed((values["app-origin"] ?? ["http://localhost:5173"]).map(readOrigin));
  const port = readPort(values.port);
  const tenant = await startTenant({ port, database: values.database, seed });
  const stop = () => void tenant.close();
  process.once("SIGINT", stop).once("SIGTERM", stop);
  process.stdout.write(greeting(tenant, seed));
}

function greeting(tenant: { url: string; port: number; requestedPort: number }, seed: TenantSeed) {
  const { url, port, requestedPort } = tenant;
  const moved = requestedPort !== 0 && port !== requestedPort;
  return [
    ...(moved ? [`Port ${requestedPort} is taken, using ${port}.`] : []),
    ...(seed.users ?? []).map(({ email, password }) => `Sign in as ${email} / ${password}`),
    `Portico tenant ready at ${url}`,
    "",
  ].join("\n");
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`--port ${text}: give a number from 0 to 65535.`);
}

function readOrigin(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text.replace(/\/$/, "")) {
    return new URL(text).origin;
  }
  throw new Error(`--app-origin ${text}: give an origin such as http://localhost:5173.`);
}

function readSeed(file: string): TenantSeed {
  try {
    return checkSeed(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new Error(`--seed ${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
