import { expect, test } from "vitest";
import { authorizeUrl, logoutUrl } from "./authorize-url.js";

const tenant = { origin: "https://tenant.example", clientId: "spa", requestDeadline: 1 };
const asked = {
  responseType: "code",
  redirectUri: "https://app.example/cb",
  scope: "openid email",
  state: "s",
  nonce: "n",
} as const;

const parameters = (url: string) => Object.fromEntries(new URL(url).searchParams);

test("asks for a code with state, nonce and challenge", () => {
  const url = authorizeUrl(tenant, { ...asked, codeChallenge: "c", maxAge: 0, audience: "" });
  expect(url.startsWith("https://tenant.example/authorize?")).toBe(true);
  expect(parameters(url)).toEqual({
    client_id: "spa",
    response_type: "code",
    redirect_uri: "https://app.example/cb",
    scope: "openid email",
    state: "s",
    nonce: "n",
    code_challenge: "c",
    code_challenge_method: "S256",
    max_age: "0",
  });
});

test("sends nothing that it was not made for", () => {
  const stray = { ...asked, password: "canary", captcha: "canary", otp: "canary" };
  expect(authorizeUrl(tenant, stray)).not.toContain("canary");
});

test("text cannot leave its parameter", () => {
  const url = authorizeUrl(tenant, { ...asked, loginHint: "a@b.example&prompt=none#x\r\ny" });
  expect(parameters(url)["login_hint"]).toBe("a@b.example&prompt=none#x\r\ny");
  expect(parameters(url)).not.toHaveProperty("prompt");
  expect(new URL(url).hash).toBe("");
});

test("may ask for more, but for nothing else of what the answer is held to", () => {
  const extra = {
    ext_theme: "dark",
    connection: "other",
    acr_values: "one",
    client_id: "other",
    state: "other",
    prompt: "none",
    code_challenge_method: "plain",
  };
  const wishes = { connection: "users", connectionScope: ["a", "b"], uiLocales: "de" };
  const url = authorizeUrl(tenant, { ...asked, ...wishes, acrValues: "", extra });
  expect(parameters(url)).toEqual({
    ext_theme: "dark",
    connection: "users",
    connection_scope: "a,b",
    ui_locales: "de",
    acr_values: "one",
    client_id: "spa",
    response_type: "code",
    redirect_uri: "https://app.example/cb",
    scope: "openid email",
    state: "s",
    nonce: "n",
  });
});

test.each([
  [{}, "https://tenant.example/v2/logout?client_id=spa"],
  [{ allowedBy: "tenant" }, "https://tenant.example/v2/logout"],
  [{ allowedBy: "tenant", federated: true }, "https://tenant.example/v2/logout?federated"],
  [
    { allowedBy: "tenant", returnTo: "https://app.example/" },
    "https://tenant.example/v2/logout?returnTo=https%3A%2F%2Fapp.example%2F",
  ],
  [
    { allowedBy: "application", federated: false },
    "https://tenant.example/v2/logout?client_id=spa",
  ],
  [{ federated: true }, "https://tenant.example/v2/logout?client_id=spa&federated"],
  [
    { returnTo: "https://app.example/?a=1&b" },
    "https://tenant.example/v2/logout?client_id=spa&returnTo=https%3A%2F%2Fapp.example%2F%3Fa%3D1%26b",
  ],
] as const)("signs out for %j at %s", (target, url) => {
  expect(logoutUrl(tenant, target)).toBe(url);
});
