import type { Page } from "@playwright/test";
import { call, openCore, sessionState } from "./core-page.js";
import type { CallResult } from "../harness/core.js";
import { expect, newEmail, test } from "./fixtures.js";

const strings = {
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

const password = "Long-enough-42";

const challenge = {
  type: "passwordless",
  connection: "email",
  channel: "email",
  destination: "ada@example.com",
  send: "code",
  resendAt: 0,
};

function passwordless(page: Page, method: string, ...given: object[]): Promise<CallResult> {
  return page.evaluate(
    ([name, input]) => {
      const calls = window.portico.client?.passwordless as unknown as Record<
        string,
        (...input: object[]) => unknown
      >;
      return window.portico.result(async () => calls[name]?.(...input));
    },
    [method, given] as const,
  );
}

/** One field of one call; `sent` is where its text stands in the request. */
const fields: Record<
  string,
  { run: (page: Page, text: string) => Promise<CallResult>; sent: string }
> = {
  "the e-mail of a sign-up": {
    run: (page, email) => call(page, "signup", { email, password, signIn: false }),
    sent: "email",
  },
  "the password of a sign-up": {
    run: (page, text) => call(page, "signup", { email: newEmail(), password: text, signIn: false }),
    sent: "password",
  },
  "the user name of a sign-up": {
    run: (page, username) =>
      call(page, "signup", { email: newEmail(), username, password, signIn: false }),
    sent: "username",
  },
  "the name of a sign-up": {
    run: (page, name) => call(page, "signup", { email: newEmail(), name, password, signIn: false }),
    sent: "name",
  },
  "the phone number of a sign-up": {
    run: (page, phoneNumber) =>
      call(page, "signup", { email: newEmail(), phoneNumber, password, signIn: false }),
    sent: "phone_number",
  },
  "the e-mail of a reset": {
    run: (page, email) => call(page, "resetPassword", { email }),
    sent: "email",
  },
  "the e-mail of a message": {
    run: (page, email) => passwordless(page, "start", { email }),
    sent: "email",
  },
  "the phone number of a message": {
    run: (page, phoneNumber) => passwordless(page, "start", { phoneNumber }),
    sent: "phone_number",
  },
  "the code of a message": {
    run: (page, otp) => passwordless(page, "verify", challenge, { otp }),
    sent: "otp",
  },
};

const untrimmed = ["password", "name"];

for (const [field, { run, sent }] of Object.entries(fields)) {
  test(`${field} is sent or refused, whatever it is, and nothing is thrown`, async ({
    page,
    stack,
  }) => {
    test.setTimeout(120_000);
    await openCore(page, stack);
    const bodies: Record<string, unknown>[] = [];
    page.on("request", (request) => {
      if (request.method() !== "POST") return;
      bodies.push(JSON.parse(request.postData() ?? "") as Record<string, unknown>);
    });
    for (const [kind, text] of Object.entries(strings)) {
      await test.step(kind, async () => {
        bodies.length = 0;
        const outcome = await run(page, text);
        expect(outcome.mistake).toBeUndefined();
        if (outcome.code === undefined) expect(outcome.value).toMatchObject({ kind: "accepted" });
        expect(bodies.length).toBeLessThanOrEqual(1);
        for (const body of bodies) {
          const expected = untrimmed.includes(sent) ? text : text.trim();
          expect(body[sent]).toBe(expected);
          expect(body["client_id"]).toBe(stack.clientId);
        }
        expect(await sessionState(page)).toEqual({ status: "starting" });
      });
    }
  });
}
