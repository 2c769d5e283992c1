// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from "vitest";
import { examinationFor } from "../../test/examination.js";
import { examineCookies } from "./examine-cookies.js";
import type { SilentAnswer } from "./silent-answer.js";

declare const jsdom: { reconfigure(settings: { url: string }): void };

const nobody: SilentAnswer = { kind: "refused", error: "login_required" };
const somebody: SilentAnswer = { kind: "signed-in", idToken: undefined };
const refused: SilentAnswer = { kind: "refused", error: "consent_required" };

function codesFor(
  silent: SilentAnswer,
  { popup, sub }: { popup?: "signed-in" | "refused"; sub?: string } = {},
) {
  const user = sub === undefined ? undefined : { sub };
  const findings = examineCookies(examinationFor({}, { user }), silent, popup);
  return findings.map(({ code, details }) => ({ code, details }));
}

describe("on the tenant's own site", () => {
  beforeEach(() => jsdom.reconfigure({ url: "https://id.example/app" }));

  test.each(["google-oauth2|1", "github|1", "samlp|office|1"])(
    "a tenant that forgot %s may have development keys",
    (sub) => {
      const [connection] = sub.split("|");
      expect(codesFor(nobody, { sub })).toEqual([
        { code: "development_keys", details: { connection } },
      ]);
    },
  );

  test.each(["auth0|1", "email|1", "sms|1", ""])("a user %j has no keys at a provider", (sub) => {
    expect(codesFor(nobody, { sub })).toEqual([]);
  });

  test.each([
    ["nobody signed in here", nobody, undefined],
    ["an answer", somebody, "github|1"],
    ["another refusal", refused, "github|1"],
    ["silence", { kind: "silence" }, "github|1"],
  ] as const)("%s says nothing about keys", (_, silent, sub) => {
    expect(codesFor(silent, sub ? { sub } : {})).toEqual([]);
  });

  test("cookies may be blocked there, too", () => {
    const sites = { app: "https://id.example", tenant: "https://id.example" };
    expect(codesFor(nobody, { popup: "signed-in", sub: "github|1" })).toEqual([
      { code: "third_party_cookies_blocked", details: sites },
    ]);
  });
});

describe("on another site", () => {
  beforeEach(() => jsdom.reconfigure({ url: "https://app.another.test/" }));
  const sites = { app: "https://app.another.test", tenant: "https://id.example" };

  test.each([
    ["a window knows somebody", nobody, "signed-in", "third_party_cookies_blocked"],
    ["a window knows nobody either", nobody, "refused", "different_site"],
    ["no window was asked", nobody, undefined, "different_site"],
    ["both know somebody", somebody, "signed-in", "different_site"],
    ["a frame was refused for another reason", refused, "signed-in", "different_site"],
    ["a frame was silent", { kind: "silence" }, "signed-in", "different_site"],
  ] as const)("where %s, it is found so", (_, silent, popup, code) => {
    expect(codesFor(silent, popup ? { popup } : {})).toEqual([{ code, details: sites }]);
  });
});
