import { afterEach, expect, test, vi } from "vitest";
import { examinationFor } from "../../test/examination.js";
import { examineCredentials } from "./examine-credentials.js";

/** Answers codes and passwords with these words; gives what was sent. */
function answer(toCode: string, toPassword: string): string[] {
  const sent: string[] = [];
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    sent.push(body);
    const error = body.includes('"otp"') ? toCode : toPassword;
    return Response.json({ error }, { status: 400 });
  });
  return sent;
}

afterEach(() => vi.unstubAllGlobals());

test.each([
  ["access_denied", "access_denied", []],
  ["invalid_request", "access_denied", ["unknown_connection"]],
  ["unauthorized_client", "unauthorized_client", ["cross_origin_login_off"]],
  // The application knows no codes; about passwords that says nothing.
  ["unsupported_credential_type", "invalid_request", []],
  ["unauthorized_client", "invalid_request", []],
])("a code answered %s and a password answered %s mean %j", async (code, password, found) => {
  answer(code, password);
  const findings = await examineCredentials(examinationFor());
  expect(findings.map((one) => one.code)).toEqual(found);
});

test("a password is never sent to a connection that could judge it", async () => {
  const sent = answer("unauthorized_client", "unauthorized_client");
  await examineCredentials(examinationFor());
  const [withPassword, ...others] = sent.filter((body) => body.includes('"password"'));
  expect(others).toEqual([]);
  expect(JSON.parse(withPassword ?? "{}")).toMatchObject({
    realm: "portico-diagnose",
    username: expect.stringMatching(/\.invalid$/),
  });
});

test("a code is asked of the connection that logins use, for nobody", async () => {
  const sent = answer("access_denied", "access_denied");
  await examineCredentials(examinationFor({ databaseConnection: "users" }));
  expect(sent.map((body) => JSON.parse(body))).toEqual([
    {
      client_id: "abc",
      credential_type: "http://auth0.com/oauth/grant-type/passwordless/otp",
      realm: "users",
      username: "portico-diagnose@portico.invalid",
      otp: "000000",
    },
  ]);
});

test("no password is tried where logins need no cross-origin authentication", async () => {
  const sent = answer("unauthorized_client", "unauthorized_client");
  expect(await examineCredentials(examinationFor({ loginVia: "password-realm" }))).toEqual([]);
  expect(sent).toHaveLength(1);
});
