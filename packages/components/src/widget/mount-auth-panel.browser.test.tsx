import { createFakeClient, fakeUser } from "@portico/core/testing";
import { afterEach, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { de } from "../i18n/locales/de.js";
import {
  createAuthClient,
  mountAuthPanel,
  type MountedPanel,
  type WidgetOptions,
} from "./index.js";

const email = page.getByLabelText("E-mail");
const password = page.getByLabelText("Password", { exact: true });
const anybody = { client: createFakeClient() };

let mounted: MountedPanel[] = [];
afterEach(() => {
  for (const panel of mounted) panel.unmount();
  mounted = [];
  document.body.replaceChildren();
});

/** A place in the page, or in `parent`, with something in it that the panel takes the place of. */
function placeIn(parent: ParentNode = document.body): HTMLElement {
  const place = document.createElement("div");
  place.textContent = "One moment";
  parent.append(place);
  return place;
}

function mount(options: WidgetOptions = anybody, place = placeIn()): MountedPanel {
  const panel = mountAuthPanel(place, options);
  mounted.push(panel);
  return panel;
}

it("takes the place of what is there, signs in, and tells the page", async () => {
  const onAuthenticated = vi.fn();
  const client = createFakeClient();
  const panel = mount({ client, onAuthenticated });
  expect(panel.client).toBe(client);
  await expect.element(email).toBeVisible();
  await expect.element(page.getByText("One moment")).not.toBeInTheDocument();
  await userEvent.fill(email, "ada@example.com");
  await userEvent.fill(password, "engine");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByText(`You're signed in as ${fakeUser.name}`)).toBeVisible();
  expect(onAuthenticated).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ user: fakeUser }),
  );
});

it("has the looks of the style sheet, once for all panels of a document, and leaves none behind", async () => {
  const before = document.adoptedStyleSheets.length;
  const [first, second] = [mount(), mount()];
  const button = page.getByRole("button", { name: "Sign in", exact: true }).first();
  await expect.element(button).toHaveStyle({ minHeight: "44px" });
  expect(document.adoptedStyleSheets).toHaveLength(before + 1);
  first.unmount();
  expect(document.adoptedStyleSheets).toHaveLength(before + 1);
  second.unmount();
  expect(document.adoptedStyleSheets).toHaveLength(before);
  expect(document.querySelector(".portico-card")).toBeNull();
});

it("has them in a shadow root too", async () => {
  const shadow = placeIn().attachShadow({ mode: "open" });
  mount(anybody, placeIn(shadow));
  await expect
    .element(page.getByRole("button", { name: "Sign in", exact: true }))
    .toHaveStyle({ minHeight: "44px" });
  expect(shadow.adoptedStyleSheets).toHaveLength(1);
});

it("follows new options, keeps the others and what is typed", async () => {
  const panel = mount({ ...anybody, connections: ["github"], title: "Welcome back" });
  await userEvent.fill(email, "ada@example.com");
  panel.update({ messages: de });
  await expect.element(page.getByRole("button", { name: "Anmelden", exact: true })).toBeVisible();
  await expect.element(page.getByRole("heading", { name: "Welcome back" })).toBeVisible();
  await expect.element(page.getByLabelText("E-Mail")).toHaveValue("ada@example.com");
  await expect.element(page.getByRole("button", { name: /GitHub/ })).toBeVisible();
  panel.update({ connections: undefined });
  await expect.element(page.getByRole("button", { name: /GitHub/ })).not.toBeInTheDocument();
});

it("opens and closes as a dialog", async () => {
  const panel: MountedPanel = mount({
    ...anybody,
    dialog: true,
    onClose: () => panel.update({ open: false }),
  });
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  panel.update({ open: true });
  await expect.element(page.getByRole("dialog")).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
});

it("shows nodes of the page: a logo, and terms with a link", async () => {
  const logo = Object.assign(new Image(), { alt: "Example Ltd" });
  const terms = document.createElement("span");
  terms.innerHTML = `I agree to the <a href="/terms">terms</a>.`;
  const panel = mount({ ...anybody, logo, initialView: "signup", signup: { terms } });
  await expect.element(page.getByRole("link", { name: "terms" })).toBeVisible();
  panel.update({ message: "Please sign in again." });
  await expect.element(page.getByText("Please sign in again.")).toBeVisible();
  expect(page.getByAltText("Example Ltd").element()).toBe(logo);
});

it("shows a fragment again in another view", async () => {
  const message = document.createElement("template");
  message.innerHTML = `Read the <a href="/news">news</a> first.`;
  const news = page.getByRole("link", { name: "news" });
  const panel = mount({ ...anybody, message: message.content });
  await expect.element(news).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: "Forgot password?" }));
  await expect.element(page.getByRole("button", { name: "Send link" })).toBeVisible();
  await expect.element(news).toBeVisible();
  panel.update({ title: "Welcome back" });
  await expect.element(news).toBeVisible();
});

it("stops the client when it is gone, and gives its place back", async () => {
  const stop = vi.fn();
  const place = placeIn();
  const panel = mount({ client: createFakeClient({ stop }) }, place);
  await expect.element(email).toBeVisible();
  panel.unmount();
  panel.unmount();
  panel.update({ title: "Nobody sees this" });
  expect(stop).toHaveBeenCalledOnce();
  expect(place.childNodes).toHaveLength(0);
  mount(anybody, place);
  await expect.element(email).toBeVisible();
});

it("makes a client of what is for one, and says what is wrong with it before anything is shown", () => {
  const place = placeIn();
  const config = { domain: "example.auth0.com", clientId: "spa", checkSessionOnStart: false };
  const panel = mount({ ...config, redirectUri: "https://app.example/", audience: "api" }, place);
  expect(panel.client.buildLogoutUrl()).toContain("https://example.auth0.com/v2/logout");
  panel.unmount();
  expect(() => mount({ ...config, clientId: "" }, place)).toThrow("no clientId");
  expect(() => mount({ ...config, responseType: "token" as "code" }, place)).toThrow(
    "an unknown responseType",
  );
  expect(place.textContent).toBe("");
  expect(document.adoptedStyleSheets).toHaveLength(0);
});

it("shares a client that the page has made before", async () => {
  const client = createAuthClient({
    domain: "example.auth0.com",
    clientId: "spa",
    checkSessionOnStart: false,
  });
  expect(client.session.get().status).toBe("starting");
  expect(mount({ client }).client).toBe(client);
  await expect.poll(() => client.session.get().status).toBe("anonymous");
});

it("refuses what can't work, and says what to do", () => {
  const place = placeIn();
  const panel = mount(anybody, place);
  expect(() => mount(anybody, place)).toThrow("an element that has a panel");
  const none = document.querySelector("#nowhere") as Element;
  expect(() => mountAuthPanel(none, anybody)).toThrow("given no element");
  const changes: object = { domain: "other.auth0.com" };
  expect(() => panel.update(changes)).toThrow("another domain");
});
