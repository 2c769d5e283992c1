import { expect, test } from "vitest";
import { readInvitation } from "./read-invitation.js";

const address = "https://app.example/join?from=mail&invitation=t%2B1&organization=org_1";

test("reads what Auth0 appends to the login address", () => {
  const invitation = { invitation: "t+1", organization: "org_1" };
  expect(readInvitation(address)).toEqual(invitation);
  expect(readInvitation(new URL(address))).toEqual(invitation);
  expect(readInvitation(`${address}&organization_name=acme%20%26%20sons#top`)).toEqual({
    ...invitation,
    organizationName: "acme & sons",
  });
});

test.each([
  ["nothing of it", "https://app.example/?code=1&state=2"],
  ["no ticket", "https://app.example/?organization=org_1"],
  ["no organization", "https://app.example/?invitation=t"],
  ["an empty ticket", "https://app.example/?invitation=&organization=org_1"],
  ["two tickets", `${address}&invitation=t2`],
  ["two organizations", `${address}&organization=org_2`],
  ["brackets", "https://app.example/?invitation[]=t&organization=org_1"],
  ["it in the fragment", "https://app.example/#invitation=t&organization=org_1"],
  ["no address at all", "not an address"],
])("an address with %s holds no invitation", (_, url) => {
  expect(readInvitation(url)).toBeUndefined();
});

test("on a server there is no page to read one from", () => {
  expect(readInvitation()).toBeUndefined();
});
