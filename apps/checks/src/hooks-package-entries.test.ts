import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);

/** A page that reads the session by both entries, as they are built, under the provider of either and under none. */
const pages = `
  import { createFakeClient } from "@portico/core/testing";
  import * as portico from "@portico/react";
  import * as auth0React from "@portico/react/auth0-react";
  import { createElement } from "react";
  import { renderToString } from "react-dom/server";
  const client = createFakeClient();
  const entries = [portico, auth0React];
  const Page = () => String(entries.map(({ useAuth0 }) => useAuth0().client === client));
  const under = ({ Auth0Provider }) =>
    renderToString(createElement(Auth0Provider, { client }, createElement(Page)));
  const alone = () => {
    try {
      return renderToString(createElement(Page));
    } catch ({ message }) {
      return message;
    }
  };
  console.log(JSON.stringify([...entries.map(under), alone()]));`;

test("@portico/react and @portico/react/auth0-react share one context: a provider of either serves the hooks of both", async () => {
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", pages], {
    cwd: join(import.meta.dirname, ".."),
  });
  expect(JSON.parse(stdout)).toEqual([
    "true,true",
    "true,true",
    expect.stringContaining("stands outside Auth0Provider"),
  ]);
});
