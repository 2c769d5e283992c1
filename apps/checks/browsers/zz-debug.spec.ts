import { leaveForTenant, test } from "./fixtures.js";
test("debug", async ({ tab, stack }) => {
  test.setTimeout(120000);
  const t = Date.now(); const log = (...x: unknown[]) => console.log(Date.now() - t, ...x);
  await tab.goto(`${stack.app}/sign-in?returnTo=/account`);
  await tab.run(() => { addEventListener("pageshow", (e) => { document.title = `shown ${e.persisted}`; }); });
  await leaveForTenant(tab, stack);
  log("left", await tab.url());
  if (process.env.HIST) await tab.run(() => void setTimeout(() => history.back())); else await tab.back();
  log("back"); stack.tenant.clearRequests();
  await new Promise((r) => setTimeout(r, 14000));
  log(await tab.url());
  log(JSON.stringify(await tab.run(() => performance.getEntries().map((e) => [e.entryType, e.name.slice(0, 150), Math.round(e.startTime), Math.round(e.duration)])), null, 0).replaceAll("],[", "]\n["));
  log(stack.tenant.requests().map((r) => `${r.method} ${r.path} ${JSON.stringify(r).slice(0,300)}`).join("\n"));
  return;

  for (let i = 0; i < 8; i += 1) {
    try { log(await tab.url()); log(await tab.run(() => [document.title, document.readyState, document.body.innerText.slice(0, 60)])); } catch (e) { log(String(e).slice(0, 200)); }
  }
});
