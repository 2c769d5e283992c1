import { expect, test } from "vitest";
import { hooksBytes } from "../../../scripts/figures/hooks-bytes.mjs";

test("a page that only signs in brings no React Query along, which all hooks together do", async () => {
  const query = expect.stringMatching(/^@tanstack\//);
  const { hooks, all, auth0React, login, files, packages, loginPackages } = await hooksBytes();
  expect(packages).toContainEqual(query);
  expect(loginPackages).not.toContainEqual(query);
  expect(loginPackages).toContain("@portico/react");
  // The weights see something.
  expect(login).toBeGreaterThan(500);
  expect(hooks).toBeGreaterThan(login);
  expect(all).toBeGreaterThan(hooks);
  expect(auth0React).toBeGreaterThan(500);
  const file = "packages/react/dist/flows/use-login.js";
  expect(files).toContainEqual({ file, bytes: expect.any(Number) });
});
