import { judgePassword, policyRules, type PasswordPolicy } from "@portico/components";
import type { PasswordRule } from "@portico/react";
import { sampleSeed, startTenant, type RunningTenant } from "@portico/tenant";
import { afterAll, beforeAll, expect, test } from "vitest";

// The checklist under a new password is judged in the page; the tenant judges by Auth0's own package.
const policies: readonly PasswordPolicy[] = ["none", "low", "fair", "good", "excellent"];
const passwords =
  `a abcde abcdef Abcdef1 Abcdefg1 abcdefgh ABCDEFGH 12345678 abcd1234 Abcd1234 abcd!234
  ABCD!234 Abcd!fgh Abcd!2345x Abcdefgh1j aaaBBB1234 aabbccDD11 AAbb11!!cc Aaa1!bbbbb ÄÖÜäöü123 Пароль1234
  密码密码密码密码 😀😀😀😀Aa1! 1111111111 Aab1!Aab1! Aa1!Aa1!Aa1!Aa1!Aa1!Aa1!Aa1!Aa1!Aa1!Aa1!Aa1!Aa1!`
    .split(/\s+/)
    .concat("        ", "pass word 1A");

let tenant: RunningTenant;
const origin = "http://localhost:5173";

beforeAll(async () => {
  const seed = sampleSeed([origin]);
  const connections = policies.map((policy) => ({ name: policy, passwordPolicy: policy }));
  tenant = await startTenant({
    port: 0,
    scryptCost: 1024,
    triggers: false,
    seed: { ...seed, connections: (seed.connections ?? []).concat(connections) },
  });
});

afterAll(() => tenant.close());

for (const policy of policies) {
  test(`the checklist for "${policy}" says what the tenant says`, async () => {
    const told: Record<string, unknown> = {};
    const judged: Record<string, unknown> = {};
    for (const [index, password] of passwords.entries()) {
      const rules = judgePassword(policyRules(policy), password);
      const isMet = rules.every(({ verified }) => verified);
      judged[password] = isMet ? "accepted" : withoutWords(rules);
      const refused = await signUp(policy, `user-${index}@example.com`, password);
      told[password] = refused ? withoutWords(refused) : "accepted";
    }
    expect(judged).toEqual(told);
  });
}

/** The rules that the tenant refused a password by; undefined where it took it. */
async function signUp(connection: string, email: string, password: string) {
  const response = await fetch(`${tenant.url}/dbconnections/signup`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ client_id: "portico-demo", connection, email, password }),
  });
  if (response.ok) return undefined;
  const { description } = (await response.json()) as { description: { rules: PasswordRule[] } };
  return description.rules;
}

interface Verdict {
  readonly code: string;
  readonly format: readonly number[];
  readonly verified: boolean;
  readonly items: readonly Verdict[];
}

function withoutWords(rules: readonly Partial<PasswordRule>[]): Verdict[] {
  return rules.map(({ code = "", format = [], verified = false, items = [] }) => ({
    code,
    // One rule gives an example as text beside its number.
    format: format.filter((part) => typeof part === "number"),
    verified,
    items: withoutWords(items),
  }));
}
