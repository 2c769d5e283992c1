import { expect, test } from "vitest";
import { examinationFor } from "../../test/examination.js";
import { diagnosisOf, stoppedAt } from "./diagnosis.js";

const { find } = examinationFor();
const hint = find("development_keys", { connection: "github" });
const warning = find("popups_blocked", {});
const error = find("storage_blocked", {});
const another = find("cross_origin_login_off", {});

test("findings are in order of how serious they are, and else of how they were found", () => {
  const found = [hint, warning, error, another];
  expect(diagnosisOf(found, []).findings).toEqual([error, another, warning, hint]);
  expect(found[0]).toBe(hint);
});

test("what is found is not unchecked", () => {
  const unchecked = ["popups_blocked", "clock_skew"] as const;
  expect(diagnosisOf([warning], unchecked).unchecked).toEqual(["clock_skew"]);
});

test("where it stops, all is open that needs the tenant's word", () => {
  const { findings, unchecked } = stoppedAt([warning, error]);
  expect(findings).toEqual([error, warning]);
  expect(unchecked).not.toContain("popups_blocked");
  expect(unchecked).toEqual(expect.arrayContaining(["unknown_client", "development_keys"]));
  for (const examined of [
    "insecure_context",
    "storage_blocked",
    "foreign_redirect_uri",
    "opener_policy",
    "tenant_unreachable",
    "not_an_auth0_tenant",
    "blocked_by_own_policy",
  ]) {
    expect(unchecked).not.toContain(examined);
  }
});
