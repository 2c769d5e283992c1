import type { BrowserContext, Request } from "@playwright/test";

/** What must never be seen again where people, logs or other scripts could find it. */
export interface Secrets {
  add(secret: string): void;
  /** Adds what the names of these arguments say is secret. */
  addFrom(args: readonly unknown[]): void;
  /** Those that stand in `text`: raw, as JSON or an address writes them, or in base64. */
  foundIn(text: string): Promise<string[]>;
}

const secretNames =
  /"(password|otp|recoveryCode|subjectToken|access_token|id_token|refresh_token|login_ticket|mfa_token|oob_code|secret)"\s*:\s*"([^"\\]+)"/g;
/** Errors have a code as well; theirs are words. */
const authorizationCode = /"code"\s*:\s*"([\w-]{24,})"/g;

/** Collects secrets from calls, and from whatever the tenant answers in this browser. */
export function collectSecrets(context: BrowserContext, tenant: string): Secrets {
  const known = new Set<string>();
  const reading: Promise<void>[] = [];
  const addAll = (text: string) => {
    for (const [, , secret = ""] of text.matchAll(secretNames)) known.add(secret);
    for (const [, code = ""] of text.matchAll(authorizationCode)) known.add(code);
  };
  // Some answers never come to their end.
  context.on("requestfinished", (request) => {
    if (request.url().startsWith(tenant)) reading.push(read(request, addAll));
  });
  return {
    add: (secret) => known.add(secret),
    addFrom: (args) => addAll(JSON.stringify(args)),
    async foundIn(text) {
      await Promise.all(reading);
      return [...known].filter(
        (secret) => secret.length > 3 && formsOf(secret).some((form) => stands(form, text)),
      );
    },
  };
}

async function read(request: Request, addAll: (text: string) => void): Promise<void> {
  const response = await request.response().catch(() => null);
  if (!response) return;
  const { location } = response.headers();
  if (location) {
    const { searchParams, hash } = new URL(location, response.url());
    const fields = [...searchParams, ...new URLSearchParams(hash.slice(1))];
    addAll(JSON.stringify(fields.map(([name, value]) => ({ [name]: value }))));
    return;
  }
  // A page that is left takes its answers with it.
  addAll(await response.text().catch(() => ""));
}

function formsOf(secret: string): string[] {
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    new URLSearchParams({ "": secret }).toString().slice(1),
    Buffer.from(secret).toString("base64").replace(/=+$/, ""),
  ];
}

/** The digits of a code inside of a longer number are no code. */
function stands(secret: string, text: string): boolean {
  if (!/^\d+$/.test(secret)) return text.includes(secret);
  return new RegExp(`(?<!\\d)${secret}(?!\\d)`).test(text);
}
