import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { strictHeaders } from "../stack/start-stack.js";

const root = join(import.meta.dirname, "../../..");
const page = readFileSync(join(root, ".storybook/docs/security.mdx"), "utf8");

test("the headers to copy are those that the end-to-end tests run under", () => {
  const [, block = ""] = /```http\n(.*?)```/s.exec(page) ?? [];
  const headers = [...block.matchAll(/^([\w-]+): (.*)$/gm)].map(
    ([, name = "", value = ""]) => [name.toLowerCase(), value] as const,
  );
  const { "strict-transport-security": https, ...others } = Object.fromEntries(headers);
  expect(others).toEqual(strictHeaders("https://example.eu.auth0.com"));
  expect(https).toBe("max-age=31536000");
});

test("every directive of the policy is explained, and nothing else is", () => {
  const policy = strictHeaders("https://example.eu.auth0.com")["content-security-policy"] ?? "";
  const directives = policy.split(";").map((directive) => directive.trim().split(" ")[0]);
  const [, table = ""] = /^\| directive .*?\n(.*?)\n\n/ms.exec(page) ?? [];
  const explained = [...table.matchAll(/^\| `([\w-]+)/gm)].map(([, name]) => name);
  expect(explained).toEqual(directives);
});

test("every test that holds a promise is there", () => {
  const named = [
    ...page.matchAll(/`((?:e2e|matrix|checks|core|react|components)\/[\w./-]+)`/g),
  ].map(([, name = ""]) => name);
  expect(named.length).toBeGreaterThan(40);
  expect([...new Set(named)].filter((name) => !isTest(name))).toEqual([]);
});

function isTest(name: string): boolean {
  const [, home = "", path = ""] = /^(\w+)\/(.*)$/.exec(name) ?? [];
  const files =
    {
      e2e: [`apps/checks/e2e/${path}.spec.ts`],
      matrix: [`apps/checks/matrix/${path}/${path}.spec.ts`],
      checks: [`apps/checks/src/${path}.test.ts`],
    }[home] ?? [".ts", ".tsx"].map((ending) => `packages/${home}/src/${path}.test${ending}`);
  return files.some((file) => existsSync(join(root, file)));
}
