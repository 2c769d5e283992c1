import { newEmail } from "../../e2e/fixtures.js";
import type { Lab } from "../../contract/lab.js";
import type { Known } from "./token-row.js";

/** Whoever is signed in at the page, and to whose account another one is to be linked. */
export interface Primary {
  readonly email: string;
  readonly password: string;
  readonly userId: string;
  /** One that may link. */
  readonly accessToken: string;
}

/** What a token for linking is asked for with: whoever has one from the start needs no other. */
export const linkingScope = "openid read:current_user update:current_user_identities";

export function managementOf({ tenant }: Lab): string {
  return `${tenant.url}/api/v2/`;
}

/** Somebody new, whom the tenant does not know in this browser. */
export async function newPrimary(lab: Lab, { clientId }: Known): Promise<Primary> {
  const { tenant } = lab;
  const [email, password] = [newEmail(), "Long-enough-42"];
  await tenant.seed({ clients: [], users: [{ email, password }] });
  const granted = await fetch(`${tenant.url}/oauth/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "password",
      client_id: clientId,
      username: email,
      password,
      scope: linkingScope,
      audience: managementOf(lab),
    }),
  });
  const { access_token: accessToken } = (await granted.json()) as { access_token: string };
  const { userId } = tenant.state().users.find((user) => user.email === email) ?? {};
  if (!userId || !accessToken) throw new Error("Nobody could be registered to link accounts to.");
  return { email, password, userId, accessToken };
}
