import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { authenticated, comeBack, pageOf, tenantFor } from "./core-callback-page.js";
import { call } from "./core-page.js";
import { expect, test } from "./fixtures.js";

test.describe("the answer of a redirect", () => {
  test("comes in the fragment where that was asked for", async ({ page, stack }) => {
    const url = await comeBack(page, stack, { responseMode: "fragment" });
    expect(new URL(url).search).toBe("");
    expect(new URL(url).hash).toContain("code=");
    expect((await call(page, "start")).value).toMatchObject(authenticated(stack));
    expect(page.url()).toBe(pageOf(stack));
  });

  test("is posted to a server where that was asked for", async ({ page, stack }) => {
    const posted: string[] = [];
    // A server that leaves the code to the page, whose tab has the verifier.
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        posted.push(`${request.method} ${body}`);
        response.writeHead(303, { location: `${pageOf(stack)}?${body}` }).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const redirectUri = `http://localhost:${port}/callback`;
    const tenant = await tenantFor(stack, redirectUri);
    const place = { ...stack, tenant };
    await comeBack(page, place, { redirectUri, responseMode: "form_post" });
    expect((await call(page, "start")).value).toMatchObject(authenticated(stack));
    expect(posted).toHaveLength(1);
    expect(posted[0]).toMatch(/^POST (code|state)=/);
    await tenant.close();
    server.closeAllConnections();
    server.close();
  });
});
