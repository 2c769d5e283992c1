import { expect, test } from "vitest";
import { accessTokenKey, type AskedFor } from "./asked-for.js";
import { heldAccessToken } from "./held-access-token.js";
import { createSessionStore, type AccessToken } from "./session-store.js";

const api = "https://api.example";
const hour = 3_600_000;

type Kept = readonly [AskedFor, Partial<AccessToken>];

/** A session whose own access token is for `openid email`, with others kept beside it. */
function keeping(...others: readonly Kept[]) {
  const store = createSessionStore();
  const expiresAt = Date.now() + hour;
  const key = accessTokenKey({ scope: "openid email" });
  store.begin(
    { user: { sub: "ada" }, expiresAt, scope: [], hasRefreshToken: false },
    { idToken: "id", refreshToken: undefined, seenSilently: true, key },
    { value: "own", expiresAt },
  );
  for (const [asked, token] of others) {
    store.addAccessToken(accessTokenKey(asked), { value: "other", expiresAt, ...token });
  }
  return (asked: AskedFor, minimum = 60_000) => heldAccessToken(store, asked, minimum)?.value;
}

test.each<[string, AskedFor, string | undefined]>([
  ["the same", { scope: "openid read write", audience: api }, "found"],
  ["less", { scope: "openid read", audience: api }, "found"],
  ["nothing of the API", { scope: "openid", audience: api }, "found"],
  ["a refresh token besides", { scope: "openid read offline_access", audience: api }, "found"],
  ["scopes with spaces around", { scope: " openid  read ", audience: api }, "found"],
  ["more", { scope: "openid read delete", audience: api }, undefined],
  ["a scope that begins alike", { scope: "openid rea", audience: api }, undefined],
  ["another API", { scope: "openid read", audience: "https://other.example" }, undefined],
  ["another organization", { scope: "openid read", audience: api, organization: "a" }, undefined],
])("a token that may read and write and a call that asks for %s", (_, asked, found) => {
  const held = keeping([{ scope: "openid read write", audience: api }, { value: "found" }]);
  expect(held(asked)).toBe(found);
});

test("the one that was asked for comes before one that reaches further", () => {
  const held = keeping(
    [{ scope: "openid read write", audience: api }, { value: "further" }],
    [{ scope: "openid read", audience: api }, { value: "exact" }],
  );
  expect(held({ scope: "read openid", audience: api })).toBe("exact");
});

test("what was granted counts, not what was asked for", () => {
  const asked = { scope: "openid read write", audience: api };
  const held = keeping([asked, { value: "less", scope: "openid read" }]);
  expect(held({ scope: "openid read", audience: api })).toBe("less");
  expect(held({ scope: "openid write", audience: api })).toBeUndefined();
  // Asking again would bring no more.
  expect(held(asked)).toBe("less");
});

test("the one that lasts is taken in the place of the one that does not", () => {
  const soon = { expiresAt: Date.now() + 30_000 };
  const held = keeping(
    [
      { scope: "openid read", audience: api },
      { value: "exact", ...soon },
    ],
    [
      { scope: "openid read write", audience: api },
      { value: "short", ...soon },
    ],
    [{ scope: "openid read write delete", audience: api }, { value: "further" }],
  );
  const asked = { scope: "openid read", audience: api };
  expect(held(asked)).toBe("further");
  expect(held(asked, 10_000)).toBe("exact");
  expect(held(asked, 2 * hour)).toBeUndefined();
});

test("nothing takes the place of the session's own, which the session ends with", () => {
  const held = keeping([{ scope: "openid email profile" }, { expiresAt: Date.now() + 2 * hour }]);
  expect(held({ scope: "openid email" })).toBe("own");
  expect(held({ scope: "openid email" }, hour + 60_000)).toBeUndefined();
});
