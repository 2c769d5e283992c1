import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { ask, askJson } from "./ask.mjs";
import { clientId, codeRequest, realm } from "./sample-login.mjs";
import { folder, startTenant } from "./tenant-process.mjs";

/** Kills the tenant again and again while it writes, and looks for what it had acknowledged. */
export async function countLostWrites(kills) {
  const file = ["--database", join(folder, "kills.db")];
  const emails = [];
  const pages = [];
  for (let round = 0; round < kills; round += 1) {
    const tenant = await startTenant(...file);
    const writing = [
      repeat(() => signUp(tenant.url, emails)),
      repeat(() => signUp(tenant.url, emails)),
      ...Array.from({ length: 4 }, () => repeat(() => openLogin(tenant.url, pages))),
    ];
    await delay(50 + Math.random() * 150);
    await tenant.kill();
    await Promise.all(writing);
  }
  const lost = await missing(file, emails, pages);
  const notes = `${emails.length} sign-ups and ${pages.length} login pages were acknowledged`;
  return [{ name: `writes lost in ${kills} kills`, value: lost, goal: 0, unit: "", notes }];
}

/** Until the tenant is gone. */
async function repeat(write) {
  try {
    for (;;) await write();
  } catch {
    // Unanswered, so whether it was written is open.
  }
}

async function signUp(url, emails) {
  const email = `${randomUUID()}@example.com`;
  const account = { client_id: clientId, connection: realm, password: "Difference-Engine-1822" };
  const { status } = await askJson(`${url}/dbconnections/signup`, { ...account, email });
  if (status === 200) emails.push(email);
}

/** Quick to write: many of them are under way when the end comes. */
async function openLogin(url, pages) {
  const { headers } = await ask(`${url}/authorize?${codeRequest().query}`);
  pages.push(headers.location);
}

async function missing(file, emails, pages) {
  const tenant = await startTenant(...file);
  const headers = { "x-tenant-token": tenant.token };
  const state = JSON.parse((await ask(`${tenant.url}/_tenant/state`, { headers })).text);
  const kept = new Set(state.users.map(({ email }) => email));
  let lost = emails.filter((email) => !kept.has(email)).length;
  for (const page of pages) {
    const { status } = await ask(new URL(page, tenant.url));
    if (status !== 200) lost += 1;
  }
  await tenant.stop();
  return lost;
}
