import type { Stack } from "../stack/start-stack.js";

/** An ID token that no client of the page has asked for. */
export async function foreignToken(
  { tenant, clientId }: Stack,
  { email, password }: Stack["user"],
): Promise<string> {
  const granted = await fetch(`${tenant.url}/oauth/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "password",
      client_id: clientId,
      username: email,
      password,
      scope: "openid",
    }),
  });
  const { id_token: idToken } = (await granted.json()) as { id_token: string };
  return idToken;
}
