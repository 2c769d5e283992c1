import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { endProcesses, runTenant } from "../test/tenant-process.js";
import { ada, app, callback, jsonOf, queryOf, visit, type TokenBody } from "../test/visitor.js";

const folder = mkdtempSync(join(tmpdir(), "portico-tenant-"));
afterAll(() => {
  endProcesses();
  rmSync(folder, { recursive: true });
});

const seedOf = (clientId: string) => ({
  clients: [{ clientId, name: "Mine", callbacks: [callback], webOrigins: [app], logoutUrls: [] }],
  connections: [{ name: "people" }],
});

const knows = async (url: string, clientId: string) =>
  (await visit({ url }).authorize({ client_id: clientId })).status === 302;

describe("portico-tenant", { timeout: 60_000 }, () => {
  it("keeps users, sessions and keys when it is killed in the middle of writing", async () => {
    const database = join(folder, "tenant.db");
    const options = ["--database", database, "--app-origin", app];
    const first = runTenant("--port", "0", ...options);
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
    await first.crash();
    await unfinished;

    for (const suffix of ["", "-wal", "-shm"]) {
      expect(statSync(database + suffix).mode & 0o777).toBe(0o600);
    }
    const second = runTenant("--port", new URL(url).port, ...options);
    expect(await second.ready).toBe(url);
    const kept = { username: "kept@example.com", password: "Difference-Engine-1822" };
    expect((await visit({ url }).coAuthenticate(kept)).status).toBe(200);
    const silent = await visitor.authorize({ ...bare, prompt: "none" });
    expect(queryOf(silent).get("code")).toBeTruthy();
    const authorization = `Bearer ${tokens.access_token}`;
    const userinfo = await visitor.request("/userinfo", { headers: { authorization } });
    expect(userinfo.status).toBe(200);
    expect((await visitor.refresh(tokens.refresh_token ?? "")).status).toBe(200);
    await second.crash();
  });

  it("says who may sign in, where messages are and the token, and ends on SIGTERM and SIGINT", async () => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      const { child, ready, exited } = runTenant("--port", "0");
      const url = await ready;
      child.kill(signal);
      const { code, output } = await exited;
      expect(code).toBe(0);
      expect(output).toMatch(/^Sign in as ada@example\.com \/ Analytical-Engine-1843\n/);
      expect(output.split("\n").slice(-4)).toEqual([
        `Inbox: ${url}/_tenant/inbox`,
        expect.stringMatching(/^X-Tenant-Token for http:\S+: [\w-]{43}$/),
        `Portico tenant ready at ${url}`,
        "",
      ]);
    }
  });

  it("prints the address only when it is to be quiet", async () => {
    const tenant = runTenant("--port", "0", "--quiet", "--memory");
    const url = await tenant.ready;
    expect(tenant.output()).toBe(`Portico tenant ready at ${url}\n`);
    await tenant.crash();
  });

  it("prints a line for each request on demand, without secrets", async () => {
    const tenant = runTenant("--port", "0", "--log");
    const visitor = visit({ url: await tenant.ready });
    await visitor.coAuthenticate({}, { origin: "http://localhost:5173" });
    await visitor.request("/userinfo?access_token=secret-value");
    await tenant.prints(/GET \/userinfo 401\n/);
    expect(tenant.output()).toContain("\nPOST /co/authenticate 200\n");
    expect(tenant.output()).not.toMatch(/secret-value|login_ticket/);
    await tenant.crash();
  });

  it("serves https with a certificate that it writes down", async () => {
    const file = join(folder, "tenant.pem");
    const tenant = runTenant("--port", "0", "--https", "--certificate", file);
    const url = await tenant.ready;
    expect(url).toMatch(/^https:/);
    expect(tenant.output()).toContain(`NODE_EXTRA_CA_CERTS=${file}`);
    const status = await new Promise((resolve, reject) => {
      get(`${url}/.well-known/jwks.json`, { ca: readFileSync(file) }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on("error", reject);
    });
    expect(status).toBe(200);
    await tenant.crash();
  });

  it("opens up what it is asked to open", async () => {
    const tenant = runTenant("--port", "0", "--lax-tickets", "--legacy", "--app-origin", app);
    const url = await tenant.ready;
    const { login_ticket } = await jsonOf<{ login_ticket: string }>(
      await visit({ url }).coAuthenticate(),
    );
    const elsewhere = await visit({ url }).authorize({ login_ticket, redirect_uri: app });
    expect(queryOf(elsewhere).get("code")).toBeTruthy();
    expect((await visit({ url }).postJson("/oauth/ro", {})).status).not.toBe(404);
    await tenant.crash();
  });

  it("starts from a seed file, in JSON or as a module", async () => {
    const text = JSON.stringify(seedOf("mine"));
    writeFileSync(join(folder, "seed.json"), text);
    writeFileSync(join(folder, "seed.mjs"), `export default ${text};`);
    for (const name of ["seed.json", "seed.mjs"]) {
      const tenant = runTenant("--port", "0", "--seed", join(folder, name));
      expect(await knows(await tenant.ready, "mine")).toBe(true);
      await tenant.crash();
    }
  });

  it.each([
    ["json", (seed: object) => JSON.stringify(seed)],
    ["mjs", (seed: object) => `export default ${JSON.stringify(seed)};`],
  ])("follows a .%s seed file, and stays up when that is broken", async (extension, write) => {
    const file = join(folder, `watched.${extension}`);
    writeFileSync(file, write(seedOf("first")));
    const tenant = runTenant("--port", "0", "--seed", file, "--watch");
    const url = await tenant.ready;
    writeFileSync(file, "{ not a seed");
    await tenant.prints(/--seed \S+: (?!applied).+\n/);
    expect(await knows(url, "first")).toBe(true);
    writeFileSync(file, write(seedOf("second")));
    await tenant.prints(/--seed \S+: applied again\.\n/);
    expect(await knows(url, "second")).toBe(true);
    tenant.child.kill("SIGTERM");
    expect((await tenant.exited).code).toBe(0);
  });

  it.each([
    [["--port", "many"], "--port many: give a number"],
    [["--prot", "1"], "--prot is not a known option"],
    [["-x"], "-x is not a known option"],
    [["start"], "start"],
    [["--app-origin", "localhost:3000"], "--app-origin localhost:3000: give an origin"],
    [["--seed", join(folder, "none.json")], "none.json"],
    [["--seed", "seed.yaml"], "a .json, .js or .mjs file"],
    [["--seed", "seed.json", "--app-origin", app], "--app-origin is for the sample seed"],
    [["--memory", "--database", "tenant.db"], "--memory and --database exclude each other"],
    [["--quiet", "--log"], "--quiet and --log exclude each other"],
    [["--watch"], "--watch needs --seed"],
    [["--certificate", "ca.pem"], "--certificate needs --https"],
  ])("refuses %j in one sentence", async (options, message) => {
    const { code, output } = await runTenant(...options).exited;
    expect(code).toBe(1);
    expect(output).toContain(message);
    expect(output.trim().split("\n")).toHaveLength(1);
  });

  it("explains its options", async () => {
    const { code, output } = await runTenant("--help").exited;
    expect(code).toBe(0);
    for (const option of ["--port", "--database", "--app-origin", "--seed", "--https", "--watch"]) {
      expect(output).toContain(option);
    }
  });
});
