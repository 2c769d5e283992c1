import { countRenders } from "./count-renders.mjs";

const text = "ada.lovelace@somewhe";

/** Types into the e-mail field of a built page and counts what React does. `loaded`: the scripts of the idle form. */
export async function signInPage(page, url) {
  await page.addInitScript(countRenders);
  const loaded = [];
  page.on("requestfinished", (request) => loaded.push(new URL(request.url()).pathname.slice(1)));
  await page.goto(url);
  const field = page.getByRole("textbox", { name: /e-?mail/i });
  await field.waitFor();
  // With what the core fetches ahead, which may come before the form or after it.
  await page.waitForLoadState("networkidle");
  const untilShown = [...loaded];
  await warmUp(page, field);
  const typing = await counted(page, () => typeText(page, text));
  if ((await field.inputValue()) !== text)
    throw new Error(`The e-mail field lost keys: ${await field.inputValue()}`);
  const control = await sendEmpty(page, field);
  return {
    loaded: untilShown,
    rendersPerKey: typing.renders / text.length,
    commitsPerKey: typing.commits / text.length,
    control: control.renders,
  };
}

/** Signs in by the form of a built page; the scripts that it took in all, from an empty cache. */
export async function signInWalk(page, url, { email, password }) {
  const loaded = [];
  page.on("requestfinished", (request) => loaded.push(new URL(request.url()).pathname.slice(1)));
  await page.goto(url);
  await page.getByRole("textbox", { name: /e-?mail/i }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Projects", exact: true }).waitFor();
  // What is fetched for later counts too.
  await page.waitForLoadState("networkidle");
  return loaded;
}

/** The first key may be special (a field turns dirty once), and the session check has to be over. */
async function warmUp(page, field) {
  await page.waitForLoadState("networkidle");
  await field.click();
  await typeText(page, "warm");
  await field.fill("");
  await settled(page);
}

async function typeText(page, keys) {
  for (const key of keys) {
    await page.keyboard.type(key);
    await settled(page);
  }
}

async function sendEmpty(page, field) {
  await field.fill("");
  await settled(page);
  return counted(page, async () => {
    await field.press("Enter");
    await page
      .waitForFunction(() => window.reactWork.renders > 0, undefined, { timeout: 5000 })
      .catch(() => undefined);
  });
}

async function counted(page, act) {
  await page.evaluate(() => Object.assign(window.reactWork, { commits: 0, renders: 0 }));
  await act();
  return page.evaluate(() => ({ ...window.reactWork }));
}

/** React works between two frames at the latest. */
function settled(page) {
  return page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}
