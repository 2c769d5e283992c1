import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant, SeedConnection } from "../index.js";
import { clientId, realm, startTestTenant, testSeed, visit } from "../../test/visitor.js";

let tenant: RunningTenant;
beforeAll(async () => {
  const seed = testSeed();
  const [client] = seed.clients;
  if (client) {
    seed.clients.push({ ...client, clientId: "narrow", connections: ["staff"] });
    seed.clients.push({ ...client, clientId: 'a"</script>' });
  }
  const connections: SeedConnection[] = [
    { name: realm, passwordPolicy: "good" },
    { name: "email", strategy: "email" },
    { name: "google-oauth2", strategy: "google-oauth2", kind: "social", displayName: "Google" },
    { name: "staff", passwordPolicy: "excellent", signup: false, requiresUsername: true },
    {
      name: "enterprise",
      strategy: "samlp",
      kind: "enterprise",
      displayName: "Enterprise",
      domains: ["one.example", "two.example"],
    },
  ];
  tenant = await startTestTenant({ seed: { clients: seed.clients, connections } });
});
afterAll(() => tenant.close());

interface ClientSettings {
  readonly id: string;
  readonly strategies: { name: string; connections: Record<string, unknown>[] }[];
}

/** Runs the script as a page with Lock does. */
function settingsIn(script: string): ClientSettings | undefined {
  let received: ClientSettings | undefined;
  const Auth0 = { setClient: (settings: ClientSettings) => (received = settings) };
  runInNewContext(script, { Auth0 });
  return received;
}

const load = (id: string) => visit(tenant).request(`/client/${encodeURIComponent(id)}.js?t1`);

describe("GET /client/{client_id}.js", () => {
  it("hands a page the client's connections", async () => {
    const response = await load(clientId);
    expect(response.headers.get("content-type")).toContain("application/javascript");
    const settings = settingsIn(await response.text());
    expect(settings).toMatchObject({
      id: clientId,
      authorize: `${tenant.url}/authorize`,
      hasAllowedOrigins: true,
    });
    expect(settings?.strategies[0]).toEqual({
      name: "auth0",
      connections: [
        expect.objectContaining({ name: realm, passwordPolicy: "good", showSignup: true }),
        expect.objectContaining({
          name: "staff",
          passwordPolicy: "excellent",
          showSignup: false,
          requires_username: true,
        }),
      ],
    });
  });

  it("names passwordless and other connections by their strategy", async () => {
    const settings = settingsIn(await (await load(clientId)).text());
    const others = settings?.strategies.filter(({ name }) => name !== "auth0");
    expect(others).toEqual([
      { name: "email", connections: [{ name: "email" }] },
      { name: "google-oauth2", connections: [{ name: "google-oauth2", display_name: "Google" }] },
      {
        name: "samlp",
        connections: [
          {
            name: "enterprise",
            display_name: "Enterprise",
            domain: "one.example",
            domain_aliases: ["two.example"],
          },
        ],
      },
    ]);
  });

  it("leaves out connections that the client may not use", async () => {
    const settings = settingsIn(await (await load("narrow")).text());
    const names = settings?.strategies.flatMap(({ connections }) =>
      connections.map((c) => c["name"]),
    );
    expect(names).toEqual(["staff"]);
  });

  it("writes every value so that it stays a value", async () => {
    const script = await (await load('a"</script>')).text();
    expect(script).not.toContain("<");
    expect(settingsIn(script)?.id).toBe('a"</script>');
  });

  it("has no secret in it", async () => {
    expect(await (await load(clientId)).text()).not.toMatch(/secret|digest/i);
  });

  it("is not there for a client that is unknown", async () => {
    for (const id of ["unknown", "", "portico-demo.js", "__proto__"]) {
      expect((await load(id)).status).toBe(404);
    }
  });
});
