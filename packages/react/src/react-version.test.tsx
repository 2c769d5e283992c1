import { createFakeClient, fakeUser } from "@portico/core/testing";
import { render, screen } from "@testing-library/react";
import { version } from "react";
import { version as domVersion } from "react-dom";
import { renderToString, version as serverVersion } from "react-dom/server";
import { expect, test } from "vitest";
import { Auth0Provider, useUser } from "./index.js";

function Name() {
  return <p>{useUser()?.name}</p>;
}

const tree = (
  <Auth0Provider client={createFakeClient({ user: fakeUser })}>
    <Name />
  </Auth0Provider>
);

test("these tests run with the React that their project is there for, all of them with the same one", ({
  task,
}) => {
  const wanted = { "unit-dom": /^19\./, "react-18": /^18\.3\./ }[task.file.projectName ?? ""];
  expect(version).toMatch(wanted ?? "a known project");
  expect([domVersion, serverVersion]).toEqual([version, version]);
});

test("the hooks run in that React, in a browser and on a server", () => {
  render(tree);
  expect(screen.getByText(fakeUser.name ?? "")).toBeDefined();
  expect(renderToString(tree)).toBe("<p></p>");
});
