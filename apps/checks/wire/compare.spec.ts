import { expect, test } from "@playwright/test";
import { differences, unexplained, type Exception } from "./compare.js";
import type { Recording } from "./record.js";

const name = "POST /oauth/token";
const meant: Exception = { reason: "meant", fields: ["cookies"], ours: "false", theirs: "true" };

function recording(...fields: Record<string, string>[]): Recording {
  return { requests: fields.map((one) => ({ name, fields: one })), preflights: 0 };
}

test("equal requests leave nothing to explain, and so do differences that are meant", () => {
  const same = recording({ cookies: "true", "body.scope": "openid" });
  expect(differences(same, same)).toEqual([]);
  const found = differences(recording({ cookies: "false" }), recording({ cookies: "true" }));
  expect(unexplained(found, [meant])).toEqual({ differences: [], exceptions: [] });
});

test("a field, a value or a request too many is left over", () => {
  const one = recording({ cookies: "true", "body.scope": "openid" });
  for (const other of [
    recording({ cookies: "true" }),
    recording({ cookies: "true", "body.scope": "openid email" }),
    recording({ cookies: "true", "body.scope": "openid", "body.audience": "api" }),
    recording(...one.requests.map(({ fields }) => fields), { cookies: "true" }),
    recording(),
  ]) {
    for (const found of [differences(one, other), differences(other, one)]) {
      expect(unexplained(found, [meant]).differences).toHaveLength(1);
    }
  }
});

test("an exception that nothing needs is left over, each of its fields by itself", () => {
  const found = differences(recording({ cookies: "false" }), recording({ cookies: "true" }));
  const two = { ...meant, fields: ["cookies", "preflight"] };
  expect(unexplained(found, [two]).exceptions).toEqual(["preflight: meant"]);
  expect(unexplained([], [meant]).exceptions).toEqual(["cookies: meant"]);
  // It names which side leaves what out, so the other way round is no exception.
  const turned = differences(recording({ cookies: "true" }), recording({ cookies: "false" }));
  expect(unexplained(turned, [meant]).differences).toHaveLength(1);
});
