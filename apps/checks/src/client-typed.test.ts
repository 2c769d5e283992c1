// @vitest-environment jsdom
import { isAuthError, type AuthClient, type PasswordlessChallenge } from "@portico/core";
import { describe, expect, test } from "vitest";
import { clientId, failureOf, openPage, requestsTo } from "./client-page.js";

const ada = { email: "ada@example.com", password: "Analytical-Engine-1843" };
const password = "Long-enough-42";
const signupPath = "/dbconnections/signup";
const startPath = "/passwordless/start";

/** What people, pasted texts or attackers put into a field. */
const texts = {
  "an empty text": "",
  spaces: " \t\u00a0",
  "10 000 characters": "x".repeat(10_000),
  emoji: "👩🏽‍🚀",
  "direction marks": "\u202eadmin\u202c",
  "a NUL": "a\u0000b",
  "half a character": "a\ud800b",
  "combining marks": "e\u0301\u0301\u0301",
  quotes: `"'\`\\`,
  markup: "<img src=x onerror=alert(1)>",
  templates: "{{7*7}}${7*7}%{x}",
  "a path": "../../etc/passwd",
  "a header": "a\r\nx-evil: 1",
  JSON: '{"email":"evil"}',
  SQL: "' OR 1=1 --",
  "a prototype name": "__proto__",
  "form syntax": "a&client_id=evil#?=%00",
} as const;

const challenge: PasswordlessChallenge = {
  type: "passwordless",
  connection: "email",
  channel: "email",
  destination: ada.email,
  send: "code",
  resendAt: 0,
};

/** An address that nobody has signed up with. */
const newEmail = () => `user-${crypto.randomUUID()}@example.com`;

/** Signs up with one text, and with an address and a password besides. */
const signup = (given: object) => (client: AuthClient) =>
  client.signup({ email: newEmail(), password, signIn: false, ...given });

/** One field of one call, where its text goes, and under which name. */
const fields: readonly [
  string,
  (text: string) => (client: AuthClient) => Promise<{ readonly kind: string }>,
  string,
  string,
][] = [
  ["the e-mail of a sign-up", (email) => signup({ email }), signupPath, "email"],
  ["the password of a sign-up", (text) => signup({ password: text }), signupPath, "password"],
  ["the user name of a sign-up", (username) => signup({ username }), signupPath, "username"],
  ["the name of a sign-up", (name) => signup({ name }), signupPath, "name"],
  [
    "the phone number of a sign-up",
    (phoneNumber) => signup({ phoneNumber }),
    signupPath,
    "phone_number",
  ],
  [
    "the e-mail of a reset",
    (email) => (client) => client.resetPassword({ email }),
    "/dbconnections/change_password",
    "email",
  ],
  [
    "the e-mail of a message",
    (email) => (client) => client.passwordless.start({ email }),
    startPath,
    "email",
  ],
  [
    "the phone number of a message",
    (phoneNumber) => (client) => client.passwordless.start({ phoneNumber }),
    startPath,
    "phone_number",
  ],
  [
    "the code of a message",
    (otp) => (client) => client.passwordless.verify(challenge, { otp }),
    "/co/authenticate",
    "otp",
  ],
];

test.each(fields)("%s is sent or refused, whatever it is", async (_what, callWith, path, name) => {
  const { client, browser, tenant } = await openPage();
  for (const [kind, text] of Object.entries(texts)) {
    const before = browser.said(path).length;
    tenant.clearRequests();
    const ended = await callWith(text)(client).then(
      (outcome) => outcome.kind,
      (error: unknown) => (isAuthError(error) ? "refused" : String(error)),
    );
    expect([kind, ended]).toEqual([kind, expect.stringMatching(/^(accepted|refused)$/)]);
    const bodies = browser.said(path).slice(before);
    const isUntrimmed = name === "password" || name === "name";
    const sent = { client_id: clientId, [name]: isUntrimmed ? text : text.trim() };
    expect([kind, bodies]).toMatchObject([kind, bodies.map(() => sent)]);
    expect(bodies.length).toBeLessThanOrEqual(1);
    expect(requestsTo(tenant)).toEqual(bodies.map(() => `POST ${path}`));
    expect(client.session.get()).toEqual({ status: "starting" });
  }
});

const ways = [
  ["in-page", "/co/authenticate"],
  ["redirect", "/co/authenticate"],
  ["password-realm", "/oauth/token"],
] as const;

describe("a login", () => {
  test.each([
    ["spaces around it", "  Long enough 42  "],
    ["10 000 characters", "Aa1-".repeat(2500)],
    ["emoji", "Pass-🔑-👩🏽‍🚀-42"],
    ["combining marks", "Pa\u0301ss-Wo\u0308rd-42"],
    ["a NUL and controls", "Pass\u0000\u0007\t\r\n-42", "invalid_request"],
    ["a direction override", "Pass\u202eword-42"],
    ["a no-break space", "\u00a0Pass word-42\u00a0"],
    ["form syntax", "a=b&c=d+e%20f;#?Z9"],
    ["quotes", `"'\\</script>${"$"}{x}`],
    ["markup", "<img src=x onerror=alert(1)>A1"],
  ])("sends a password as it was typed: %s", async (_kind, typed, code = "invalid_credentials") => {
    const { client, browser } = await openPage();
    for (const [via, path] of ways) {
      const params = { email: "nobody@example.com", password: typed, via };
      const failure = await failureOf(client.login(params));
      expect(failure).toMatchObject({ code });
      expect(JSON.stringify(failure)).not.toContain(typed);
      expect(browser.said(path).at(-1)).toMatchObject({ password: typed });
    }
  });

  test("trims a user name, and sends it as it is otherwise", async () => {
    const { client, browser } = await openPage();
    for (const [typed, username, code = "invalid_credentials"] of [
      ["\t Ada+Test@Example.COM\u00a0", "Ada+Test@Example.COM"],
      ["Ａda", "Ａda"],
      ["__proto__", "__proto__"],
      ["a".repeat(10_000), "a".repeat(10_000)],
      ["ada\u202e🔑", "ada\u202e🔑"],
      ["ada\u0000", "ada\u0000", "invalid_request"],
    ] as const) {
      const failure = await failureOf(client.login({ username: typed, password: "p" }));
      expect(failure).toMatchObject({ code });
      expect(browser.said("/co/authenticate").at(-1)).toMatchObject({ username });
    }
  });

  test("keeps to itself what it does not know", async () => {
    const { client, browser } = await openPage();
    const stray = {
      realm: "canary",
      foo: "canary",
      captcha: "canary",
      captchaState: "canary",
      client_id: "canary",
      prompt: "canary",
      loginTicket: "canary",
      redirectUri: "https://canary.example/",
      extra: { canary: "canary" },
    };
    for (const via of ["in-page", "password-realm"] as const) {
      const outcome = await client.login({ ...ada, ...stray, via });
      expect(outcome).toMatchObject({ kind: "authenticated" });
    }
    const sent = ["/co/authenticate", "/oauth/token"].map(browser.said);
    expect(sent).toMatchObject([[{}], [{}, {}]]);
    const framed = browser.frames.map(({ src }) => src);
    expect(framed).toHaveLength(1);
    expect(JSON.stringify([sent, framed])).not.toContain("canary");
  });
});
