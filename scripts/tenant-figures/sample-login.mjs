import { createHash, randomBytes } from "node:crypto";
import { ask, askJson } from "./ask.mjs";

/** The application, the user and the client of the tenant's sample seed. */
export const app = "http://localhost:5173";
export const clientId = "portico-demo";
export const realm = "Username-Password-Authentication";
const ada = { username: "ada@example.com", password: "Analytical-Engine-1843" };

/** What `/authorize` is asked for a code, with a fresh code verifier. */
export function codeRequest(changes = {}) {
  const verifier = randomBytes(32).toString("base64url");
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: app,
    response_type: "code",
    scope: "openid profile email",
    state: randomBytes(16).toString("base64url"),
    nonce: randomBytes(16).toString("base64url"),
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...changes,
  });
  return { verifier, query };
}

/** Password, ticket, code and tokens, as a browser application goes about it. Returns the session's cookie. */
export async function signIn(url) {
  const ticket = await askJson(
    `${url}/co/authenticate`,
    {
      client_id: clientId,
      credential_type: "http://auth0.com/oauth/grant-type/password-realm",
      realm,
      ...ada,
    },
    { origin: app },
  );
  const { verifier, query } = codeRequest({ login_ticket: JSON.parse(ticket.text).login_ticket });
  const headers = { cookie: cookiesOf(ticket) };
  const answer = await ask(`${url}/authorize?${query}`, { headers });
  const code = new URL(answer.headers.location).searchParams.get("code");
  const tokens = await askJson(
    `${url}/oauth/token`,
    {
      grant_type: "authorization_code",
      client_id: clientId,
      redirect_uri: app,
      code,
      code_verifier: verifier,
    },
    { origin: app },
  );
  if (!JSON.parse(tokens.text).id_token) throw new Error(`No sign-in: ${tokens.text}`);
  return cookiesOf(answer);
}

function cookiesOf({ headers }) {
  return (headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; ");
}
