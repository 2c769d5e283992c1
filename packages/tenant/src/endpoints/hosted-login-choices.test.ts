import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import { answerProvider, follow, openForm, readForm } from "../../test/hosted-steps.js";
import {
  ada,
  app,
  callback,
  locationOf,
  queryOf,
  startTestTenant,
  testSeed,
  visit,
} from "../../test/visitor.js";

const atWork = { username: "Katherine@Enterprise.example " };

let tenant: RunningTenant;
beforeAll(async () => {
  const seed = testSeed();
  const place = { callbacks: [callback], webOrigins: [app], logoutUrls: [] };
  seed.clients.push(
    { ...place, clientId: "buttons", name: "Buttons", connections: ["google-oauth2", "github"] },
    { ...place, clientId: "codes", name: "Codes", connections: ["email"] },
    { ...place, clientId: "closed", name: "Closed", connections: ["members-only"] },
  );
  seed.connections?.push({ name: "members-only", signup: false });
  tenant = await startTestTenant({ seed });
});
afterAll(() => tenant.close());

describe("choices of the hosted login page", () => {
  it("has a button for every provider, which leads there and back", async () => {
    const visitor = visit(tenant);
    const { address, page, csrf } = await openForm(visitor);
    expect(page.match(/name="connection" value="[^"]+"/g)).toEqual([
      'name="connection" value="google-oauth2"',
      'name="connection" value="github"',
      'name="connection" value="enterprise"',
    ]);
    const button = { csrf, connection: "github" };
    const pressed = await visitor.postForm(address.replace("/login", "/connection"), button);
    expect(pressed.status).toBe(303);
    const form = await readForm(visitor, pressed);
    const response = await follow(
      visitor,
      await answerProvider(visitor, form, { account: "1001" }),
    );
    expect(queryOf(response).get("code")).toBeTruthy();
    expect(queryOf(response).get("state")).toBe("s");
  });

  it("has the same buttons for who signs up", async () => {
    const { page } = await openForm(visit(tenant), { screen_hint: "signup" });
    expect(page).toContain("Continue with Google");
  });

  it("needs the form's token for a button, and follows only the client's own connections", async () => {
    const visitor = visit(tenant);
    const { address, csrf } = await openForm(visitor, { client_id: "buttons" });
    const target = address.replace("/login", "/connection");
    const unproved = await visitor.postForm(target, { csrf: "", connection: "github" });
    expect(locationOf(unproved)).toBe(address);
    for (const connection of ["enterprise", "Username-Password-Authentication", ""]) {
      expect((await visitor.postForm(target, { csrf, connection })).status).toBe(400);
    }
  });

  it("shows buttons only where the client has no database", async () => {
    const visitor = visit(tenant);
    const { address, page, csrf } = await openForm(visitor, { client_id: "buttons" });
    expect(page).not.toContain('type="password"');
    expect(page).not.toContain("Sign up");
    expect((await visitor.postForm(address, { csrf, ...ada })).status).toBe(400);
    const signup = await openForm(visitor, { client_id: "buttons", screen_hint: "signup" });
    expect(signup.address).toMatch(/^\/u\/login/);
  });

  it("shows the one database that the request names, and no button", async () => {
    const { page } = await openForm(visit(tenant), {
      connection: "Username-Password-Authentication",
    });
    expect(page).toContain('id="password"');
    expect(page).not.toContain("Continue with");
  });

  it("offers no sign-up where the database is closed", async () => {
    const { address, page } = await openForm(visit(tenant), {
      client_id: "closed",
      screen_hint: "signup",
    });
    expect(address).toMatch(/^\/u\/login/);
    expect(page).not.toContain("Sign up");
  });

  it("is refused to a client that has neither database nor provider", async () => {
    const response = await visit(tenant).authorize({ client_id: "codes" });
    expect(queryOf(response).get("error_description")).toBe(
      "no connections enabled for the client",
    );
    const silent = await visit(tenant).authorize({ client_id: "codes", prompt: "none" });
    expect(queryOf(silent).get("error")).toBe("login_required");
  });

  it("sends an address to the provider of its domain before any password is looked at", async () => {
    for (const page of ["login", "signup"]) {
      const visitor = visit(tenant);
      const { address, csrf } = await openForm(
        visitor,
        page === "signup" ? { screen_hint: page } : {},
      );
      const typed = { csrf, ...atWork, email: atWork.username };
      const form = await readForm(visitor, await visitor.postForm(address, typed));
      expect(form.address).toMatch(/^\/_tenant\/idp\/enterprise\//);
      expect(form.page).toMatch(/class="choice hinted"[^>]*value="katherine"/);
    }
  });

  it("asks for the password of any other address", async () => {
    const visitor = visit(tenant);
    const { address, csrf } = await openForm(visitor);
    const response = await visitor.postForm(address, { csrf, username: ada.username });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("Please enter your password.");
    for (const username of ["ann@sub.enterprise.example", "enterprise.example", "a@b@c"]) {
      const refused = await visitor.postForm(address, { csrf, username, password: "x" });
      expect(await refused.text()).toContain("don’t match");
    }
  });

  it("leads on to a forgotten password", async () => {
    const { address, page } = await openForm(visit(tenant));
    expect(page).toContain(`href="${address.replace("/login", "/forgot-password")}"`);
  });

  it("speaks the first language of ui_locales that it knows, errors too", async () => {
    const spoken = {
      "de-AT de": ["de", "Anmelden"],
      "xx FR-ca en": ["fr", "Se connecter"],
      es: ["es", "Iniciar sesión"],
      "xx <script>": ["en", "Sign in"],
    };
    for (const [locales, [language = "", title = ""]] of Object.entries(spoken)) {
      const { page } = await openForm(visit(tenant), { ui_locales: locales });
      expect(page).toContain(`<html lang="${language}">`);
      expect(page).toContain(`<h1>${title}</h1>`);
    }
    const visitor = visit(tenant);
    const { address, csrf } = await openForm(visitor, { ui_locales: "de" });
    const wrong = { csrf, username: ada.username, password: "wrong" };
    const response = await visitor.postForm(address, wrong);
    expect(await response.text()).toContain("E-Mail und Passwort passen nicht zusammen.");
  });

  it("is over once another browser has signed in for it", async () => {
    const visitor = visit(tenant);
    const { address, csrf } = await openForm(visitor);
    expect((await visitor.postForm(address, { csrf, ...ada })).status).toBe(303);
    expect((await visitor.request(address)).status).toBe(200);
    expect((await visit(tenant).request(address)).status).toBe(400);
  });
});
