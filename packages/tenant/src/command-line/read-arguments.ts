import { parseArgs } from "node:util";

/** What the command line asks for. */
export type Arguments = { readonly kind: "help" } | StartArguments;

export interface StartArguments {
  readonly kind: "start";
  readonly port: number;
  /** A file or `:memory:`. */
  readonly database: string;
  readonly https: boolean;
  /** Where to write the certificate. */
  readonly certificateFile: string | undefined;
  readonly appOrigins: string[];
  readonly seedFile: string | undefined;
  readonly watch: boolean;
  readonly laxTickets: boolean;
  readonly legacy: boolean;
  readonly output: "quiet" | "usual" | "log";
}

export const help = `portico-tenant: a local Auth0-compatible tenant for development and tests

  --port N            port to listen on (default 4101; the next free one if taken; 0: any)
  --database FILE     keep users, sessions and keys in FILE
  --memory            keep nothing (the default)
  --https             serve https, with a certificate made for this database
  --certificate FILE  write that certificate to FILE, for NODE_EXTRA_CA_CERTS
  --app-origin URL    origin of your application, may be repeated (default http://localhost:5173)
  --seed FILE         use this seed in place of the sample one: .json, or .js/.mjs with a default export
  --watch             apply the seed again whenever its file changes
  --lax-tickets       a login ticket counts without the cookie set beside it
  --legacy            serve the endpoints that new Auth0 tenants have off
  --log               print a line for each request, without secrets
  --quiet             print the address only
  --help              show this text

It listens on this computer only.
`;

const known = {
  port: { type: "string", default: "4101" },
  database: { type: "string" },
  memory: { type: "boolean", default: false },
  https: { type: "boolean", default: false },
  certificate: { type: "string" },
  "app-origin": { type: "string", multiple: true },
  seed: { type: "string" },
  watch: { type: "boolean", default: false },
  "lax-tickets": { type: "boolean", default: false },
  legacy: { type: "boolean", default: false },
  log: { type: "boolean", default: false },
  quiet: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

/** Throws an Error of one sentence for what cannot work. */
export function readArguments(args: string[]): Arguments {
  const values = parse(args);
  if (values.help) return { kind: "help" };
  refuseConflicts(values);
  const origins = values["app-origin"] ?? ["http://localhost:5173"];
  return {
    kind: "start",
    port: readPort(values.port),
    database: values.database ?? ":memory:",
    https: values.https,
    certificateFile: values.certificate,
    appOrigins: origins.map(readOrigin),
    seedFile: values.seed,
    watch: values.watch,
    laxTickets: values["lax-tickets"],
    legacy: values.legacy,
    output: values.quiet ? "quiet" : values.log ? "log" : "usual",
  };
}

type Values = ReturnType<typeof parse>;

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: known }).values;
  } catch (error) {
    const [, name] = /Unknown option '([^']+)'/.exec(String(error)) ?? [];
    if (name) throw new Error(`${name} is not a known option: see --help.`, { cause: error });
    throw error;
  }
}

function refuseConflicts(values: Values): void {
  if (values.memory && values.database !== undefined) {
    throw new Error("--memory and --database exclude each other: give one of them.");
  }
  if (values.quiet && values.log) {
    throw new Error("--quiet and --log exclude each other: give one of them.");
  }
  if (values.watch && values.seed === undefined) {
    throw new Error("--watch needs --seed FILE: the sample seed does not change.");
  }
  if (values.certificate !== undefined && !values.https) {
    throw new Error("--certificate needs --https: without it there is no certificate.");
  }
  if (values.seed !== undefined && values["app-origin"] !== undefined) {
    throw new Error("--app-origin is for the sample seed: name the origins in the --seed file.");
  }
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
