import { execFile, spawn } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { promisify } from "node:util";

/** Where a program runs, and what it finds there besides. */
export interface Place {
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
}

// npm and npx are .cmd files on Windows, which only a shell can start.
const shell = process.platform === "win32";

/** What an app's owner has around a program: nothing that this run has set for itself. */
function environment({ env }: Place): Record<string, string | undefined> {
  const { NODE_ENV: _, ...around } = process.env;
  return { ...around, NEXT_TELEMETRY_DISABLED: "1", ...env };
}

/** Runs a command until it ends, and resolves with what it said; rejects with that if it fails. */
export async function run(command: readonly string[], place: Place): Promise<string> {
  const [file = "", ...args] = command;
  const options = { cwd: place.folder, env: environment(place), shell, maxBuffer: 1e8 };
  try {
    return (await promisify(execFile)(file, args, options)).stdout;
  } catch (error) {
    const { stdout = "", stderr = "" } = Object(error) as { stdout?: string; stderr?: string };
    const said = `${stdout}\n${stderr}`;
    throw new Error(`${command.join(" ")} failed in ${place.folder}:\n${said}`, { cause: error });
  }
}

/** A program that goes on. */
export interface Program {
  /** What it said until it was ready. */
  readonly said: string;
  stop(): Promise<void>;
}

/** Starts a script of Node's; resolves when it says that it is ready. */
export async function start(
  script: readonly string[],
  place: Place & { readonly ready: RegExp },
): Promise<Program> {
  const child = spawn(process.execPath, script, { cwd: place.folder, env: environment(place) });
  const kill = () => child.kill();
  process.once("exit", kill);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const said = await new Promise<string>((resolve, reject) => {
    let text = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (part: string) => {
        text += part;
        if (place.ready.test(text)) resolve(text);
      });
    }
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`${script.join(" ")} has ended:\n${text}`)));
  });
  return {
    said,
    async stop() {
      process.removeListener("exit", kill);
      kill();
      await ended;
    },
  };
}

/** A port of this machine that nobody else is given until it is let go. */
export async function holdPort(): Promise<{ port: number; letGo: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  return { port, letGo: () => new Promise((resolve) => server.close(() => resolve())) };
}
