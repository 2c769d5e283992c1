import { afterEach, expect, test, vi } from "vitest";
import { resolveConfig } from "../client/auth-config.js";
import { examineCredentials } from "./examine-credentials.js";
import { finding } from "./finding.js";

const config = resolveConfig({ domain: "id.example", clientId: "abc" });
const examination = {
  config,
  tenant: { origin: config.origin, clientId: "abc", requestDeadline: 5000 },
  user: undefined,
  find: (code, details) => finding(code, details, "abc"),
} satisfies Parameters<typeof examineCredentials>[0];

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
  const findings = await examineCredentials(examination);
  expect(findings.map((one) => one.code)).toEqual(found);
});

test("a password is never sent to a connection that could judge it", async () => {
  const sent = answer("unauthorized_client", "unauthorized_client");
  await examineCredentials(examination);
  const [withPassword, ...others] = sent.filter((body) => body.includes('"password"'));
  expect(others).toEqual([]);
  expect(JSON.parse(withPassword ?? "{}")).toMatchObject({
    realm: "portico-diagnose",
    username: expect.stringMatching(/\.invalid$/),
  });
});
