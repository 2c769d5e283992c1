import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const bin = join(import.meta.dirname, "../dist/bin.js");
const children = new Set<ChildProcess>();

/** A run of `portico-tenant`. */
export interface TenantProcess {
  readonly child: ChildProcess;
  readonly exited: Promise<{ code: number | null; output: string }>;
  /** Resolves with the tenant's address. */
  readonly ready: Promise<string>;
  /** What it has printed so far. */
  output(): string;
  /** Resolves once it has printed a match, and with the first group of it. */
  prints(pattern: RegExp): Promise<string>;
  /** Ends it as a power switch would. */
  crash(): Promise<void>;
}

/** Starts the built program. `endProcesses` ends what is left over. */
export function runTenant(...options: string[]): TenantProcess {
  if (!existsSync(bin)) throw new Error(`${bin} is missing: build packages/tenant first.`);
  const env = { ...process.env, NODE_ENV: "development" };
  const child = spawn(process.execPath, [bin, ...options], { env });
  children.add(child);
  let output = "";
  const waiting = new Set<() => void>();
  const read = (chunk: Buffer) => {
    output += chunk.toString();
    for (const look of waiting) look();
  };
  child.stdout.on("data", read);
  child.stderr.on("data", read);
  const exited = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on("close", (code) => {
      children.delete(child);
      resolve({ code, output });
    });
  });

  function prints(pattern: RegExp): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(output);
        if (!match) return;
        waiting.delete(look);
        resolve(match[1] ?? match[0]);
      };
      waiting.add(look);
      look();
      void exited.then(() => reject(new Error(output)));
    });
  }

  const ready = prints(/ready at (\S+)\n/);
  ready.catch(() => {});
  const crash = async () => {
    child.kill("SIGKILL");
    await exited;
  };
  return { child, exited, ready, output: () => output, prints, crash };
}

/** For `afterAll`. */
export function endProcesses(): void {
  for (const child of children) child.kill("SIGKILL");
}
