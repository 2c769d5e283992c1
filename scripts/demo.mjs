import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { answers } from "./shared/answers.mjs";
import { freePort } from "./shared/free-port.mjs";
import { originsOf, startLocalTenant } from "./shared/local-tenant.mjs";
import { onStop } from "./shared/on-stop.mjs";
import { root } from "./shared/root.mjs";
import { ownTenant } from "./demo/own-tenant.mjs";
import { serveDemo } from "./demo/serve-demo.mjs";
import { welcome } from "./demo/welcome.mjs";

const wanted = { demo: 3000, tenant: 4101 };
const open = [];

onStop(async () => {
  // A connection that will not close must not hold up Ctrl-C.
  setTimeout(() => process.exit(0), 3000).unref();
  await Promise.allSettled(open.map((server) => server.close()));
  process.exit(0);
});

try {
  await start();
} catch (error) {
  console.error(error);
  process.exit(1);
}

async function start() {
  const own = ownTenant();
  if (own.complaint) {
    console.error(own.complaint);
    process.exit(1);
  }
  const port = await freePort(wanted.demo);
  const tenant = own.domain ? undefined : await startSampleTenant(port);
  const demo = await serveDemo(port);
  open.push(demo);
  await Promise.all(originsOf(port).map((origin) => answers(`${origin}/`)));
  console.log(welcome({ port, wanted, tenant, ownDomain: own.domain }));
}

/** The demo reads its tenant's address from the environment, so the tenant has to be there first. */
async function startSampleTenant(demoPort) {
  const port = await freePort(wanted.tenant);
  const tenant = await startLocalTenant({
    origins: originsOf(demoPort),
    port,
    database: databaseOf(port),
  });
  open.push(tenant);
  const { email, password } = tenant.user;
  Object.assign(process.env, tenant.env, {
    VITE_DEMO_EMAIL: email,
    VITE_DEMO_PASSWORD: password,
  });
  await answers(`${tenant.url}/.well-known/openid-configuration`);
  return tenant;
}

/** Two demos at a time must not write to one file, so a tenant that had to move has its own. */
function databaseOf(port) {
  const folder = join(root, "apps/demo/.data");
  mkdirSync(folder, { recursive: true });
  return join(folder, port === wanted.tenant ? "tenant.db" : `tenant-${port}.db`);
}
