import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ada, app, callback, jsonOf, queryOf, visit, type TokenBody } from "../test/visitor.js";

const bin = join(import.meta.dirname, "../dist/bin.js");
const folder = mkdtempSync(join(tmpdir(), "portico-tenant-"));
const children: ChildProcess[] = [];

beforeAll(() => {
  if (!existsSync(bin)) throw new Error(`${bin} is missing: build packages/tenant first.`);
});
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

interface Run {
  child: ChildProcess;
  exited: Promise<{ code: number | null; output: string }>;
  /** Resolves with the tenant's address. */
  ready: Promise<string>;
}

function run(...options: string[]): Run {
  const env = { ...process.env, NODE_ENV: "development" };
  const child = spawn(process.execPath, [bin, ...options], { env });
  children.push(child);
  let output = "";
  const exited = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, output }));
  });
  const ready = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const [, url] = /ready at (http:\S+)\n/.exec(output) ?? [];
      if (url) resolve(url);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    void exited.then(() => reject(new Error(output)));
  });
  ready.catch(() => {});
  return { child, exited, ready };
}

async function crash({ child, exited }: Run): Promise<void> {
  child.kill("SIGKILL");
  await exited;
}

describe("portico-tenant", { timeout: 60_000 }, () => {
  it("keeps users, sessions and keys when it is killed in the middle of writing", async () => {
    const database = join(folder, "tenant.db");
    const options = ["--database", database, "--app-origin", app];
    const first = run("--port", "0", ...options);
    const url = await first.ready;
    const visitor = visit({ url });
    const bare = { redirect_uri: app };
    const ticket = await jsonOf<{ login_ticket: string }>(await visitor.coAuthenticate());
    await visitor.authorize({ ...bare, login_ticket: ticket.login_ticket });
    const tokens = await jsonOf<TokenBody>(
      await visitor.postForm("/oauth/token", {
        grant_type: "password",
        client_id: "portico-demo",
        scope: "openid offline_access",
        ...ada,
      }),
    );
    const signUp = (email: string) =>
      visitor.postJson("/dbconnections/signup", {
        client_id: "portico-demo",
        connection: "Username-Password-Authentication",
        email,
        password: "Difference-Engine-1822",
      });
    expect((await signUp("kept@example.com")).status).toBe(200);
    const unfinished = Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => signUp(`late-${index}@example.com`)),
    );
    await crash(first);
    await unfinished;

    for (const suffix of ["", "-wal", "-shm"]) {
      expect(statSync(database + suffix).mode & 0o777).toBe(0o600);
    }
    const second = run("--port", new URL(url).port, ...options);
    expect(await second.ready).toBe(url);
    const kept = { username: "kept@example.com", password: "Difference-Engine-1822" };
    expect((await visit({ url }).coAuthenticate(kept)).status).toBe(200);
    const silent = await visitor.authorize({ ...bare, prompt: "none" });
    expect(queryOf(silent).get("code")).toBeTruthy();
    const authorization = `Bearer ${tokens.access_token}`;
    const userinfo = await visitor.request("/userinfo", { headers: { authorization } });
    expect(userinfo.status).toBe(200);
    expect((await visitor.refresh(tokens.refresh_token ?? "")).status).toBe(200);
    await crash(second);
  });

  it("says who may sign in and where, and ends on SIGTERM and SIGINT", async () => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      const { child, ready, exited } = run("--port", "0");
      await ready;
      child.kill(signal);
      const { code, output } = await exited;
      expect(code).toBe(0);
      expect(output).toMatch(/^Sign in as ada@example\.com \/ Analytical-Engine-1843\n/);
      expect(output).toMatch(/\nPortico tenant ready at http:\/\/localhost:\d+\n$/);
    }
  });

  it("starts from a seed file", async () => {
    const file = join(folder, "seed.json");
    const client = { clientId: "mine", name: "Mine", callbacks: [callback] };
    writeFileSync(
      file,
      JSON.stringify({
        clients: [{ ...client, webOrigins: [app], logoutUrls: [] }],
        connections: [{ name: "people" }],
      }),
    );
    const tenant = run("--port", "0", "--seed", file);
    const visitor = visit({ url: await tenant.ready });
    expect((await visitor.authorize({ client_id: "mine" })).status).toBe(302);
    await crash(tenant);
  });

  it.each([
    [["--port", "many"], "--port many: give a number"],
    [["--prot", "1"], "--prot"],
    [["--app-origin", "localhost:3000"], "--app-origin localhost:3000: give an origin"],
    [["--seed", join(folder, "none.json")], "none.json"],
  ])("refuses %j in one sentence", async (options, message) => {
    const { code, output } = await run(...options).exited;
    expect(code).toBe(1);
    expect(output).toContain(message);
    expect(output.trim().split("\n")).toHaveLength(1);
  });

  it("explains its options", async () => {
    const { code, output } = await run("--help").exited;
    expect(code).toBe(0);
    for (const option of ["--port", "--database", "--app-origin", "--seed"]) {
      expect(output).toContain(option);
    }
  });
});
