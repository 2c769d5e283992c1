import { afterEach, expect, test, vi } from "vitest";
import { fakeContext } from "../../test/fake-context.js";
import { accessTokenKey } from "../session/asked-for.js";
import { writeKeptSession } from "../session/kept-session.js";
import { createSessionStore } from "../session/session-store.js";
import { logout } from "./logout.js";

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

test("takes back the refresh token of a session that was still being taken up from storage", async () => {
  const sent = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response(null));
  let text: string | null = keptSession();
  const storage = { read: () => text, write: (next: string | null) => void (text = next) };
  await logout(fakeContext({}, { storage }), { local: true });
  expect(text).toBeNull();
  expect(sent).toHaveBeenCalledOnce();
  const [url, init] = sent.mock.calls[0] ?? [];
  expect(url).toBe("https://tenant.example/oauth/revoke");
  const body = init?.body;
  expect(body instanceof URLSearchParams && body.get("token")).toBe("kept-refresh-token");
});

test("sends nothing where there is none to take back", async () => {
  const sent = vi.spyOn(globalThis, "fetch");
  const storage = { read: () => "no session", write: () => {} };
  await logout(fakeContext({}, { storage }), { local: true });
  expect(sent).not.toHaveBeenCalled();
});

function keptSession(): string | null {
  const key = accessTokenKey({ scope: "openid" });
  const store = createSessionStore();
  const session = { user: { sub: "ada" }, expiresAt: 5, scope: ["openid"], hasRefreshToken: true };
  const tokens = { idToken: "id", refreshToken: "kept-refresh-token", seenSilently: true, key };
  store.begin(session, tokens, { value: "at", expiresAt: 5 });
  return writeKeptSession(store, "tab") ?? null;
}
