import type { ZodMiniType } from "zod/mini";
import { faultRuleSchema } from "../faults/fault-schema.js";
import { SeedError } from "./seed-error.js";
import type { SeedUser, TenantSeed } from "./seed.js";
import { connectionSchema, seedSchema } from "./seed-schema.js";

/** Returns the seed as it came; throws an error naming the path of the first wrong value. */
export function checkSeed(input: unknown): TenantSeed {
  hold(seedSchema, input, []);
  const seed = input as TenantSeed;
  seed.connections?.forEach((connection, index) => {
    hold(connectionSchema(connection.strategy), connection, ["connections", index]);
    if ("ipRanges" in connection && connection.strategy !== "ad") {
      fail(["connections", index, "ipRanges"], "is for the strategy ad only");
    }
  });
  seed.faults?.forEach((rule, index) => {
    hold(faultRuleSchema, rule, ["faults", index]);
  });
  checkNames(seed);
  checkClients(seed);
  seed.users?.forEach((user, index) => checkUser(seed, user, index));
  checkOrganizations(seed);
  return seed;
}

type Path = readonly PropertyKey[];

function hold(schema: ZodMiniType, value: unknown, path: Path): void {
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  if (!issue) return;
  const unknown = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  fail([...path, ...issue.path, ...unknown], issue.message);
}

function checkNames(seed: TenantSeed): void {
  const { clients, connections = [], apis = [], organizations = [], users = [] } = seed;
  unique(
    clients.map((item) => item.clientId),
    "clients",
    "clientId",
  );
  unique(
    connections.map((item) => item.name),
    "connections",
    "name",
  );
  unique(
    apis.map((item) => item.audience),
    "apis",
    "audience",
  );
  unique(
    organizations.map((item) => item.name),
    "organizations",
    "name",
  );
  unique(
    users.map((item) => item.userId),
    "users",
    "userId",
  );
}

function checkClients(seed: TenantSeed): void {
  seed.clients.forEach((client, index) => {
    const { tokenEndpointAuthMethod: method = "none", clientSecret, grantTypes } = client;
    if (method !== "none" && clientSecret === undefined) {
      fail(["clients", index, "clientSecret"], `is needed for ${method}`);
    }
    if (method === "none" && grantTypes?.includes("client_credentials")) {
      fail(["clients", index, "grantTypes"], "has client_credentials, which needs a clientSecret");
    }
  });
}

/** A connection may have come with an earlier seed: only one of this seed can be held against it. */
function checkUser(seed: TenantSeed, user: SeedUser, index: number): void {
  const connection = seed.connections?.find(({ name }) => name === user.connection);
  const strategy = connection?.strategy ?? (user.connection === undefined ? "auth0" : undefined);
  if (strategy === "sms" && !user.phoneNumber) {
    fail(["users", index, "phoneNumber"], "is needed for a connection by text message");
  }
  if (strategy !== "sms" && !user.email) fail(["users", index, "email"], "is needed");
  if (strategy === "auth0" && !user.password) fail(["users", index, "password"], "is needed");
}

function checkOrganizations({ organizations = [], clients }: TenantSeed): void {
  organizations.forEach(({ invitations = [] }, index) => {
    invitations.forEach(({ clientId }, position) => {
      if (clients.some((client) => client.clientId === clientId)) return;
      const path = ["organizations", index, "invitations", position, "clientId"];
      fail(path, "names no client of this seed");
    });
  });
}

function unique(names: readonly (string | undefined)[], list: string, member: string): void {
  names.forEach((name, index) => {
    if (name !== undefined && names.indexOf(name) !== index) {
      fail([list, index, member], "is there twice");
    }
  });
}

function fail(path: Path, problem: string): never {
  const place = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`));
  const shown = place.join("").replace(/^\./, "");
  throw new SeedError(shown || "seed", problem);
}
