import { generateKeyPairSync, sign } from "node:crypto";
import type { Page } from "@playwright/test";

/** The text that is signed as the payload of the next ID tokens. */
export interface SignedPayload {
  change: (payload: string) => string;
}

/**
 * Signs the ID tokens of a tenant anew, with a key that its key set then names. So a payload can say what no JSON
 * library would write, such as a number that is too large.
 */
export async function withSignedPayload(page: Page, tenant: string): Promise<SignedPayload> {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: "jwk" }), kid: "anew", alg: "RS256", use: "sig" };
  const signed: SignedPayload = { change: (payload) => payload };
  await page.route(`${tenant}/.well-known/jwks.json`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { keys: [jwk] } });
  });
  await page.route(`${tenant}/oauth/token`, async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { id_token: string };
    const [, payload = ""] = answer.id_token.split(".");
    const header = JSON.stringify({ alg: "RS256", typ: "JWT", kid: jwk.kid });
    const changed = signed.change(Buffer.from(payload, "base64url").toString());
    const body = [header, changed].map((part) => Buffer.from(part).toString("base64url")).join(".");
    const signature = sign("sha256", Buffer.from(body), privateKey).toString("base64url");
    await route.fulfill({ response, json: { ...answer, id_token: `${body}.${signature}` } });
  });
  return signed;
}
