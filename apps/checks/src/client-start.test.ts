// @vitest-environment jsdom
import { createFakeEngine } from "@portico/core/testing";
import { describe, expect, test, vi } from "vitest";
import { callback } from "./client-browser.js";
import { app } from "./client-page.js";
import { openSession, statesOf } from "./client-session.js";

const keys = "GET /.well-known/jwks.json";
const silent = "GET /authorize";
const token = "POST /oauth/token";
const nobody = { kind: "anonymous" };

describe("start", () => {
  test("finds nobody, and has the keys at hand for who signs in", async () => {
    const { client, sent, quiet } = await openSession();
    const states = statesOf(client);
    const started = client.start();
    expect(client.start()).toBe(started);
    expect(await started).toEqual(nobody);
    expect(states).toEqual([{ status: "anonymous" }]);
    await quiet();
    expect(sent()).toEqual([keys, silent]);
    expect(document.querySelectorAll("iframe")).toHaveLength(0);
    expect(Object.keys(sessionStorage).concat(Object.keys(localStorage))).toEqual([]);
  });

  test("finds whom the tenant knows, once", async () => {
    const { client, signInAtTenant, sent, quiet } = await openSession();
    await signInAtTenant();
    const states = statesOf(client);
    const started = await client.start();
    expect(started).toEqual({ kind: "authenticated", session: expect.any(Object) });
    expect(await client.start()).toBe(started);
    expect(states).toEqual([{ status: "authenticated", session: expect.any(Object) }]);
    await quiet();
    expect(sent()).toEqual([keys, silent, token]);
  });

  test.each([
    ["firstParty", { firstParty: false }],
    ["organizationUsage", { organizationUsage: "require" }],
  ] as const)("takes whoever would have to be asked first for nobody: %s", async (_, changes) => {
    const { client, signInAtTenant, changeClient, quiet } = await openSession();
    await signInAtTenant();
    await changeClient(changes);
    expect(await client.start()).toEqual(nobody);
    expect(client.session.get()).toEqual({ status: "anonymous" });
    await quiet();
  });

  test("tells why it could not be found out, and fetches nothing more", async () => {
    const { client, tenant, sent, inTime, quiet } = await openSession();
    tenant.faults.add({ fault: "wm-silent" });
    const outcome = await inTime(client.start());
    expect(outcome).toEqual({
      kind: "anonymous",
      error: expect.objectContaining({ code: "timeout", details: { deadline: 10_000 } }),
    });
    expect(client.session.get()).toEqual({
      status: "anonymous",
      reason: "unknown",
      error: expect.objectContaining({ code: "timeout" }),
    });
    await quiet();
    expect(sent()).toEqual([silent]);
  });

  test("asks nobody where the app does not want it", async () => {
    const { client, signInAtTenant, sent, quiet } = await openSession({
      checkSessionOnStart: false,
    });
    await signInAtTenant();
    expect(await client.start()).toEqual(nobody);
    expect(client.session.get()).toEqual({ status: "anonymous" });
    await quiet();
    expect(sent()).toEqual([keys]);
  });

  test("asks an engine of the app's own for no keys", async () => {
    const { client, sent, quiet } = await openSession({ engine: createFakeEngine() });
    expect(await client.start()).toEqual(nobody);
    await quiet();
    expect(sent()).toEqual([]);
  });

  test("without WebCrypto says so, and asks nobody", async () => {
    const { client, sent } = await openSession();
    vi.stubGlobal("crypto", {});
    expect(await client.start()).toEqual({
      kind: "anonymous",
      error: expect.objectContaining({ code: "insecure_context" }),
    });
    expect(client.session.get()).toMatchObject({ status: "anonymous", reason: "unknown" });
    vi.unstubAllGlobals();
    expect(sent()).toEqual([]);
  });
});

describe("a window that was opened for a sign-in", () => {
  /** A page in a window that has come back with a response. */
  async function openPopup(address: string) {
    const page = await openSession({}, {}, { address: `${callback}${address}` });
    const postMessage = vi.fn<(message: unknown, origin: string) => void>();
    const close = vi.fn<() => void>();
    vi.stubGlobal("opener", { postMessage });
    vi.stubGlobal("close", close);
    return { ...page, postMessage, close };
  }

  test("hands its response over and closes, and does nothing else", async () => {
    const { client, postMessage, close, sent } = await openPopup("?code=abc&state=popup.1");
    expect(await client.start()).toEqual({ kind: "relayed" });
    const search = "?code=abc&state=popup.1";
    const message = { type: "popup_response", state: "popup.1", search, hash: "" };
    expect(postMessage.mock.calls).toEqual([[message, app]]);
    expect(close).toHaveBeenCalledOnce();
    expect(window.location.href).toBe(callback);
    expect(client.session.get()).toEqual({ status: "starting" });
    expect(sent()).toEqual([]);
  });

  test("is a page like any other where its response is another one's", async () => {
    const { client, postMessage, close } = await openPopup("?code=abc&state=1");
    expect(await client.start()).toMatchObject({ error: { code: "transaction_lost" } });
    expect(postMessage).not.toHaveBeenCalled();
    expect(close).not.toHaveBeenCalled();
  });
});
