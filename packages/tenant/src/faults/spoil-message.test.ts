import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import {
  ada,
  app,
  callback,
  locationOf,
  messageOf,
  startTestTenant,
  visit,
  type Visitor,
} from "../../test/visitor.js";

let tenant: RunningTenant;
let visitor: Visitor;
beforeAll(async () => {
  tenant = await startTestTenant();
  visitor = visit(tenant);
  await visitor.signIn();
});
afterEach(() => tenant.faults.clear());
afterAll(() => tenant.close());

const silent = { response_mode: "web_message", prompt: "none", state: "s" };
const lastFaults = () => tenant.requests().at(-1)?.faults;

/** The request after a fault is answered as ever. */
async function expectSoundMessage(): Promise<void> {
  const { response, origin, page } = await messageOf(await visitor.authorize(silent));
  expect(response).toMatchObject({ state: "s", code: expect.any(String) as string });
  expect(origin).toBe(app);
  expect(page).not.toMatch(/setTimeout|for \(/);
}

describe("messages", () => {
  it("wm-wrong-origin goes where the application is not", async () => {
    tenant.faults.add({ fault: "wm-wrong-origin" });
    const { response, origin } = await messageOf(await visitor.authorize(silent));
    expect(origin).toBe("https://another-app.example");
    expect(response["state"]).toBe("s");
    expect(lastFaults()).toEqual(["wm-wrong-origin"]);
    await expectSoundMessage();
  });

  it("wm-html is a page without any message", async () => {
    tenant.faults.add({ fault: "wm-html" });
    const response = await visitor.authorize(silent);
    expect(response.headers.get("content-type")).toContain("text/html");
    const page = await response.text();
    expect(page).toContain("<h1>");
    expect(page).not.toContain("<script");
    expect(lastFaults()).toEqual(["wm-html"]);
    await expectSoundMessage();
  });

  it("wm-double comes twice", async () => {
    tenant.faults.add({ fault: "wm-double" });
    const { page, response } = await messageOf(await visitor.authorize(silent));
    expect(page).toContain("for (let i = 0; i < 2; i += 1)");
    expect(response["state"]).toBe("s");
    expect(lastFaults()).toEqual(["wm-double"]);
    await expectSoundMessage();
  });

  it("wm-late comes later", async () => {
    tenant.faults.add({ fault: { kind: "wm-late", ms: 1234 } });
    const { page, response } = await messageOf(await visitor.authorize(silent));
    expect(page).toMatch(/setTimeout\(.+, 1234\)/);
    expect(response["state"]).toBe("s");
    expect(lastFaults()).toEqual(["wm-late"]);
    await expectSoundMessage();
  });

  it("wm-silent spoils refusals as well", async () => {
    tenant.faults.add({ fault: "wm-silent" });
    expect((await messageOf(await visit(tenant).authorize(silent))).posted).toBe(false);
  });
});

describe("pages", () => {
  it("popup-close is a page that closes itself, allowed by its own policy", async () => {
    tenant.faults.add({ fault: "popup-close" });
    const stranger = visit(tenant);
    const hosted = locationOf(await stranger.authorize({ response_mode: "web_message" }));
    const closing = await stranger.request(hosted);
    const page = await closing.text();
    const [, nonce = ""] = /<script nonce="([^"]+)">window\.close\(\);<\/script>/.exec(page) ?? [];
    expect(nonce).not.toBe("");
    expect(closing.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
    expect(page).not.toContain("<form");
    expect(lastFaults()).toEqual(["popup-close"]);
    expect(await (await stranger.request(hosted)).text()).toContain("<form");
  });

  it("popup-close takes the message of a popup away, and leaves silent requests alone", async () => {
    tenant.faults.add({ fault: "popup-close" });
    expect((await messageOf(await visitor.authorize(silent))).posted).toBe(true);
    const popup = { response_mode: "web_message", state: "s" };
    const page = await (await visitor.authorize(popup)).text();
    expect(page).toContain("window.close()");
    expect(page).not.toContain("postMessage");
  });

  it("coop and xfo are on hosted pages too, and on nothing that is no page", async () => {
    tenant.faults.add({ fault: "coop" });
    await visitor.request("/.well-known/jwks.json");
    const stranger = visit(tenant);
    const hosted = locationOf(await stranger.authorize({ redirect_uri: callback }));
    const page = await stranger.request(hosted);
    expect(page.headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(lastFaults()).toEqual(["coop"]);
    expect((await stranger.request(hosted)).headers.has("cross-origin-opener-policy")).toBe(false);
  });

  it("are matched by whose session the browser has", async () => {
    tenant.faults.add({ match: { username: ada.username }, fault: "wm-silent" });
    expect((await messageOf(await visit(tenant).authorize(silent))).posted).toBe(true);
    expect((await messageOf(await visitor.authorize(silent))).posted).toBe(false);
  });
});
