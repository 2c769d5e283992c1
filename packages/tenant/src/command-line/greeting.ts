import type { SeedUser } from "../seed/seed.js";
import type { RunningTenant } from "../start-tenant.js";
import type { StartArguments } from "./read-arguments.js";

const mostUsers = 5;

/** What to know of a tenant that has just started; the address comes last. */
export function greeting(
  tenant: RunningTenant,
  wanted: StartArguments,
  users: readonly SeedUser[] = [],
): string {
  const ready = `Portico tenant ready at ${tenant.url}\n`;
  if (wanted.output === "quiet") return ready;
  return [
    ...moved(tenant),
    ...signIns(users),
    `Inbox: ${tenant.url}/_tenant/inbox`,
    `X-Tenant-Token for ${tenant.url}/_tenant/*: ${tenant.adminToken}`,
    ...certificate(wanted),
    ready,
  ].join("\n");
}

function moved({ port, requestedPort }: RunningTenant): string[] {
  return requestedPort === 0 || port === requestedPort
    ? []
    : [`Port ${requestedPort} is taken, using ${port}.`];
}

function signIns(users: readonly SeedUser[]): string[] {
  const able = users.filter((user) => !user.blocked);
  const more = able.length - mostUsers;
  return [
    ...able.slice(0, mostUsers).map((user) => `Sign in as ${credentialsOf(user)}`),
    ...(more > 0 ? [`… and ${more} more`] : []),
  ];
}

function credentialsOf({ email, phoneNumber, password, connection }: SeedUser): string {
  const name = email ?? phoneNumber ?? "somebody";
  return password === undefined
    ? `${name} (${connection ?? "no password"})`
    : `${name} / ${password}`;
}

function certificate({ https, certificateFile }: StartArguments): string[] {
  if (!https) return [];
  return certificateFile === undefined
    ? ["Node clients have to know the certificate: write it to a file with --certificate FILE"]
    : [`For Node clients: NODE_EXTRA_CA_CERTS=${certificateFile}`];
}
