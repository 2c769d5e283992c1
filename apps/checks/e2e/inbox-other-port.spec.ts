import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { count, enroll, expect, test } from "./inbox-page.js";

test("is closed to an application on another port", async ({ browser, tenant }) => {
  // Not the test's own page: the browser reports every refusal.
  const page = await browser.newPage();
  await enroll(tenant, "grace", "auth0");
  const id = tenant.inbox.list()[0]?.id;
  const inbox = `${tenant.url}/_tenant/inbox`;
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<iframe src="${inbox}"></iframe><form method="post" action="${inbox}/${id}/approve">
      <button>Approve</button></form><a href="${inbox}">Inbox</a>`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const app = `http://localhost:${(server.address() as AddressInfo).port}`;
  const framed = page.waitForResponse(inbox);
  await page.goto(app);
  expect((await framed).status()).toBe(403);
  const reading = page.evaluate((address) => fetch(address, { credentials: "include" }), inbox);
  await expect(reading).rejects.toThrow("Failed to fetch");
  const posting = page.waitForResponse(`${inbox}/${id}/approve`);
  await page.getByRole("button", { name: "Approve" }).click();
  expect((await posting).status()).toBe(403);
  expect(tenant.inbox.list()).toMatchObject([{ push: "pending" }]);
  await page.goto(app);
  await page.getByRole("link", { name: "Inbox" }).click();
  await count(page, "1 message");
  await page.close();
  server.close();
});
