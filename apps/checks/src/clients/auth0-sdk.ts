import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface SdkCall {
  /** A class of `auth0/legacy`. Default: `AuthenticationClient`. */
  readonly client?: "AuthenticationClient" | "UserInfoClient";
  readonly options: Readonly<Record<string, unknown>>;
  /** Such as `oauth.passwordGrant`. */
  readonly path: string;
  readonly input: readonly unknown[];
}

/** What a method resolved or rejected with, as far as it can leave the process. */
export interface SdkOutcome {
  readonly status?: number;
  readonly data?: Readonly<Record<string, string>>;
  readonly failed?: {
    readonly name: string;
    readonly message: string;
    readonly statusCode?: number;
    readonly code?: string;
  };
}

/** The unmodified auth0 SDK in a process that trusts `certificate` (PEM). */
export async function startAuth0Sdk(certificate: string) {
  const folder = await mkdtemp(join(tmpdir(), "auth0-sdk-"));
  const file = join(folder, "certificate.pem");
  await writeFile(file, certificate);
  const child = spawn(process.execPath, [join(import.meta.dirname, "auth0-sdk-process.mjs")], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: file },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    /** One call at a time. */
    async call({ client = "AuthenticationClient", ...rest }: SdkCall): Promise<SdkOutcome> {
      child.stdin.write(`${JSON.stringify({ client, ...rest })}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error("The process of the auth0 SDK has ended.");
      return JSON.parse(value) as SdkOutcome;
    },
    async stop(): Promise<void> {
      child.stdin.end();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}
