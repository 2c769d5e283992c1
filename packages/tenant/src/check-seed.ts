import type { TenantSeed } from "./seed.js";

/** Throws an error naming the path of the value, such as `clients[0].callbacks`. */
type Check = (value: unknown, path: string) => void;

/** Checks a seed by hand; what comes back is what went in. */
export function checkSeed(seed: unknown): TenantSeed {
  shape({
    clients: listOf(client),
    connections: optional(listOf(connection)),
    users: optional(listOf(user)),
    apis: optional(listOf(api)),
    logoutUrls: optional(listOf(url)),
  })(seed, "");
  const checked = seed as TenantSeed;
  checkReferences(checked);
  return checked;
}

const text: Check = (value, path) => {
  if (typeof value !== "string" || value === "") fail(path, "must be a text that is not empty");
};

const flag: Check = (value, path) => {
  if (typeof value !== "boolean") fail(path, "must be true or false");
};

const seconds: Check = (value, path) => {
  if (typeof value !== "number" || !Number.isInteger(value) || value <= 0) {
    fail(path, "must be a whole number of seconds above 0");
  }
};

const record: Check = (value, path) => {
  if (!isObject(value)) fail(path, "must be an object");
};

const url: Check = (value, path) => {
  if (typeof value !== "string" || !URL.canParse(value)) fail(path, "must be an absolute URL");
};

const origin: Check = (value, path) => {
  const isOrigin =
    typeof value === "string" && URL.canParse(value) && new URL(value).origin === value;
  if (!isOrigin) fail(path, "must be an origin such as http://localhost:3000, with nothing after");
};

const email: Check = (value, path) => {
  if (typeof value !== "string" || !value.includes("@")) fail(path, "must be an e-mail address");
};

const client = shape({
  clientId: text,
  name: text,
  callbacks: listOf(url),
  webOrigins: listOf(origin),
  logoutUrls: listOf(url),
  grantTypes: optional(listOf(text)),
  refreshTokenRotation: optional(flag),
  crossOriginLogin: optional(flag),
  tokenEndpointAuthMethod: optional(oneOf("none", "client_secret_post", "client_secret_basic")),
  clientSecret: optional(text),
});

const connection = shape({
  name: text,
  passwordPolicy: optional(oneOf("none", "low", "fair", "good", "excellent")),
  noUserInfo: optional(flag),
  signup: optional(flag),
  requiresUsername: optional(flag),
  legacySignupErrors: optional(flag),
});

const user = shape({
  email,
  password: text,
  connection: optional(text),
  name: optional(text),
  username: optional(text),
  emailVerified: optional(flag),
  blocked: optional(flag),
  userMetadata: optional(record),
});

const api = shape({
  audience: text,
  scopes: listOf(text),
  tokenLifetime: optional(seconds),
  browserTokenLifetime: optional(seconds),
});

function checkReferences(seed: TenantSeed): void {
  unique(
    seed.clients.map((item) => item.clientId),
    "clients",
    "clientId",
  );
  unique(
    (seed.connections ?? []).map((item) => item.name),
    "connections",
    "name",
  );
  seed.clients.forEach((item, index) => {
    const { tokenEndpointAuthMethod: method = "none", clientSecret } = item;
    if (method !== "none" && clientSecret === undefined) {
      fail(`clients[${index}].clientSecret`, `is needed for ${method}`);
    }
  });
}

function unique(names: readonly string[], list: string, member: string): void {
  names.forEach((name, index) => {
    if (names.indexOf(name) !== index) fail(`${list}[${index}].${member}`, "is there twice");
  });
}

function shape(members: Readonly<Record<string, Check>>): Check {
  return (value, path) => {
    if (!isObject(value)) fail(path || "seed", "must be an object");
    const prefix = path === "" ? "" : `${path}.`;
    const stranger = Object.keys(value).find((name) => !Object.hasOwn(members, name));
    if (stranger !== undefined) fail(prefix + stranger, "is not a known member");
    for (const [name, check] of Object.entries(members)) check(value[name], prefix + name);
  };
}

function listOf(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) fail(path, "must be a list");
    value.forEach((item, index) => check(item, `${path}[${index}]`));
  };
}

function optional(check: Check): Check {
  return (value, path) => {
    if (value !== undefined) check(value, path);
  };
}

function oneOf(...names: readonly string[]): Check {
  return (value, path) => {
    if (!names.some((name) => name === value)) fail(path, `must be one of ${names.join(", ")}`);
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fail(path: string, problem: string): never {
  throw new Error(`The seed is not usable: ${path} ${problem}.`);
}
