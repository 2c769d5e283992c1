import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createTenant, type Tenant } from "../index.js";
import { testSeed } from "../../test/visitor.js";

let tenant: Tenant;
beforeAll(async () => {
  tenant = await createTenant({ scryptCost: 2, seed: testSeed() });
});
afterEach(() => tenant.faults.clear());
afterAll(() => tenant.close());

const path = "/.well-known/jwks.json";
const ask = (init: RequestInit = {}) => tenant.fetch(new Request(new URL(path, tenant.url), init));
const lastFaults = () => tenant.requests().at(-1)?.faults;

describe("faults of a tenant without a socket", () => {
  afterEach(async () => {
    tenant.faults.clear();
    await (await ask()).json();
  });

  it.each(["network", "answer-lost"] as const)("%s fails as fetch does", async (fault) => {
    tenant.faults.add({ fault });
    await expect(ask()).rejects.toThrow(TypeError);
    expect(tenant.requests().at(-1)).toMatchObject({ status: null, faults: [fault] });
  });

  it("hang ends with the request's signal, or with the tenant", async () => {
    tenant.faults.add({ fault: "hang" });
    const abort = new AbortController();
    const hanging = ask({ signal: abort.signal });
    abort.abort(new Error("enough"));
    await expect(hanging).rejects.toThrow("enough");

    const closing = await createTenant({ url: "http://localhost:4102" });
    closing.faults.add({ fault: "hang" });
    const waiting = closing.fetch(new Request(new URL(path, closing.url)));
    await Promise.all([closing.close(), expect(waiting).rejects.toThrow(TypeError)]);
  });

  it("body-cut breaks off where the body is read", async () => {
    tenant.faults.add({ fault: "body-cut" });
    const response = await ask();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow(TypeError);
    expect(lastFaults()).toEqual(["body-cut"]);
  });

  it("slow-bytes, json-truncated and html500 arrive", async () => {
    const real = await (await ask()).text();
    tenant.faults.add({ fault: { kind: "slow-bytes", ms: 0, size: 100 } });
    expect(await (await ask()).text()).toBe(real);
    tenant.faults.add({ fault: "json-truncated" });
    expect(await (await ask()).text()).toBe(real.slice(0, real.length / 2));
    tenant.faults.add({ fault: "html500" });
    expect((await ask()).status).toBe(500);
  });
});
