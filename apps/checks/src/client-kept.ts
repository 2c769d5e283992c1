import type { AuthConfig, Session, SessionState } from "@portico/core";
import { ada, type OwnTenant } from "./client-page.js";
import { createPort, openSession } from "./client-session.js";

/** A tab that keeps Ada's session; when it is left, whatever is loaded in it next finds that. */
export async function openKept(config: Partial<AuthConfig> = {}, own: OwnTenant = {}) {
  const storage = createPort();
  const page = await openSession({ storage, checkSessionOnStart: false, ...config }, own);
  const { client } = page;
  await page.started();
  await client.login(ada);
  const tokens = { access: await client.getAccessToken(), id: client.getIdToken() };
  const session = sessionOf(client.session.get());
  const leave = async () => {
    client.stop();
    await page.pass(0);
    page.sent();
  };
  return { ...page, storage, tokens, session, leave };
}

function sessionOf(state: SessionState): Session {
  if (state.status !== "authenticated") throw new Error("Nobody is signed in.");
  return state.session;
}

/** Changes what storage says. */
export function rewrite(storage: { text: string | null }, change: (kept: Kept) => unknown): void {
  const kept = JSON.parse(storage.text ?? "") as Kept;
  change(kept);
  storage.text = JSON.stringify(kept);
}

/** The part of what storage says that tests change. */
export interface Kept {
  idToken: string;
  subject: string;
  accessTokens: [string, { value: string; expiresAt: number }][];
}
