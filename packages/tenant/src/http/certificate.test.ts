import { X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { get, type RequestOptions } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import type { RunningTenant } from "../index.js";
import { openDatabase } from "../state/database.js";
import { loadCertificate } from "./certificate.js";
import { startTestTenant } from "../../test/visitor.js";

const folder = mkdtempSync(join(tmpdir(), "portico-tenant-"));
const database = join(folder, "tenant.db");
const tenants: RunningTenant[] = [];

afterAll(async () => {
  await Promise.all(tenants.map((tenant) => tenant.close()));
  rmSync(folder, { recursive: true });
});

async function startSecurely(options = {}): Promise<RunningTenant> {
  const tenant = await startTestTenant({ https: true, ...options });
  tenants.push(tenant);
  return tenant;
}

function read(url: string, options: RequestOptions): Promise<{ cookies: string[]; body: string }> {
  return new Promise((resolve, reject) => {
    get(url, options, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
      response.on("end", () => resolve({ cookies: response.headers["set-cookie"] ?? [], body }));
    }).on("error", reject);
  });
}

describe("https", () => {
  it("is trusted by a client that is given the certificate, under every name", async () => {
    const { url, issuer, port, certificate } = await startSecurely();
    expect(url).toBe(`https://localhost:${port}`);
    for (const host of ["localhost", "127.0.0.1", "[::1]"]) {
      const address = `https://${host}:${port}/.well-known/openid-configuration`;
      const { body } = await read(address, { ca: certificate });
      expect(JSON.parse(body)).toMatchObject({ issuer });
    }
    await expect(read(url, {})).rejects.toThrow(/self-signed/);
  });

  it("names localhost and everything below it", async () => {
    const { certificate = "" } = await startSecurely();
    const shown = new X509Certificate(certificate);
    expect(shown.checkHost("localhost")).toBe("localhost");
    expect(shown.subjectAltName).toContain("DNS:*.localhost");
    for (const address of ["127.0.0.1", "::1"]) expect(shown.checkIP(address)).toBe(address);
    expect(shown.checkHost("example.com")).toBeUndefined();
    expect(shown.ca).toBe(false);
  });

  it("has Secure cookies", async () => {
    const { url, certificate } = await startSecurely();
    const { cookies } = await read(`${url}/v2/logout`, { ca: certificate });
    expect(cookies).toEqual([expect.stringMatching(/; HttpOnly; Secure; SameSite=Lax$/)]);
  });

  it("has a certificate for each database, which a restart keeps", async () => {
    const first = await startSecurely({ database });
    await first.close();
    const again = await startSecurely({ database });
    const other = await startSecurely();
    expect(again.certificate).toBe(first.certificate);
    expect(other.certificate).not.toBe(first.certificate);
  });

  it("has no certificate without the option", async () => {
    const tenant = await startTestTenant();
    tenants.push(tenant);
    expect(tenant.certificate).toBeUndefined();
  });
});

describe("loadCertificate", () => {
  it("makes a new one in time before the old one expires", async () => {
    const store = openDatabase(":memory:");
    const fresh = await loadCertificate(store);
    expect(await loadCertificate(store)).toEqual(fresh);
    vi.useFakeTimers({ now: Date.now() + 771 * 86_400_000, toFake: ["Date"] });
    const renewed = await loadCertificate(store);
    expect(renewed).not.toEqual(fresh);
    expect(await loadCertificate(store)).toEqual(renewed);
    vi.useRealTimers();
    store.close();
  });
});
