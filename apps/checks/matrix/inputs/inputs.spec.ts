import { en } from "@portico/components/locales/en";
import type { Page, Request } from "@playwright/test";
import { expect, newEmail, password, press, fillIn, test } from "../../e2e/component-page.js";
import type { ComponentSite } from "../../stack/component-pages.js";
import { openRoom } from "../canaries/room.js";
import { expectMeasured, openSheet, rowsFor, turnsFor, type Wrong } from "../sheet.js";
import { inputFields, type InputField, type Promised } from "./input-fields.js";
import measured from "./measured.json" with { type: "json" };
import { allStrings } from "./strings.js";

test.use({ trace: "off" });

const engines = ["portico", "auth0-js"] as const;

for (const engine of engines) {
  test.describe(engine, () => {
    for (const [turn, field] of turnsFor(engine, inputFields)) {
      const strings = rowsFor(allStrings, turn);
      test(`${field.id}: ${strings.length} texts`, async ({ page, site }) => {
        test.setTimeout(90_000);
        // The tenant counts what fails; here everything does.
        await site.tenant.reset();
        const sheet = openSheet("inputs", engine, measured);
        const { app, props = {} } = field;
        await openRoom(page, site, { engine, app, props, config: {} });
        const asked: Request[] = [];
        page.on("request", (request) => asked.push(request));
        if (field.isCode) await askForCode(page);
        for (const one of strings) {
          await test.step(one.id, async () => {
            asked.length = 0;
            const typed = field.typed?.(one.text) ?? one.text;
            const held = field.held(typed);
            const seen = await enter(page, field, typed);
            const promised = field.promise(held, one);
            const wrong = await judge(site, field, { typed, held, promised, seen, asked });
            sheet.enter(`${field.id}: ${one.id}`, wrong, { promised, ...seen, page: undefined });
          });
        }
        sheet.check();
      });
    }
  });
}

test("what is known of the inputs is about cells of the table", () => {
  const cells = inputFields.flatMap(({ id }) => allStrings.map((one) => `${id}: ${one.id}`));
  expectMeasured(measured, (engine) => (engine === "bare" ? [] : cells));
});

async function askForCode(page: Page): Promise<void> {
  await fillIn(page, { "E-mail": newEmail() });
  await press(page, "Send code");
  await expect(page.getByLabel("Code", { exact: true })).toBeVisible();
}

interface Seen {
  /** What stood in the input when the form was sent. */
  readonly held: string;
  /** `success`, or the code of the failure that the app was told of. */
  readonly ends: readonly string[];
  /** What is said below the field. */
  readonly said: string;
  readonly hasFocus: boolean;
  /** Whether anything was taken for HTML, or for a script. */
  readonly isHacked: boolean;
  /** The address that the others were filled in with. */
  readonly email: string;
  /** The whole document. */
  readonly page: string;
}

/** Fills a new form in, sends it, and waits until it has ended or says what is wrong. */
async function enter(page: Page, { name, others }: InputField, typed: string): Promise<Seen> {
  const filled = { email: newEmail(), password };
  const values = [
    ...others.map((other) => [other, filled[other]] as const),
    [name, typed] as const,
  ];
  // Half a character does not survive the way into the page by itself.
  const units = values.map(([input, text]) => [input, text.split("").map(codeUnit)] as const);
  const seen = await page.evaluate(
    async ([of, given]) => {
      window.canaries.renew();
      const inputOf = (input: string) =>
        document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`form [name=${input}]`);
      for (const [input, codes] of given) {
        const element = inputOf(input);
        if (!element) throw new Error(`There is no input ${input}.`);
        const text = codes.map((unit) => String.fromCharCode(unit)).join("");
        element.focus();
        // React watches the property of the element itself.
        Reflect.set(Object.getPrototypeOf(element), "value", text, element);
        element.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "" }));
      }
      const held = inputOf(of)?.value ?? "";
      inputOf(of)?.form?.requestSubmit();
      const field = () => inputOf(of)?.closest("[data-part=field]");
      const isOver = () =>
        window.canaries.look().ends.length > 0 || field()?.getAttribute("data-state") === "invalid";
      for (let tries = 0; !isOver() && tries < 500; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return {
        held: held.split("").map((unit) => unit.charCodeAt(0)),
        ends: window.canaries.look().ends,
        said: field()?.querySelector("[data-part=error]")?.textContent ?? "",
        hasFocus: document.activeElement === inputOf(of),
        isHacked: "hacked" in window || document.querySelector("[data-hacked]") !== null,
        page: document.documentElement.outerHTML,
      };
    },
    [name, units] as const,
  );
  const held = seen.held.map((unit) => String.fromCharCode(unit)).join("");
  return { ...seen, held, email: filled.email };
}

function codeUnit(character: string): number {
  return character.charCodeAt(0);
}

interface Evidence {
  readonly typed: string;
  readonly held: string;
  readonly promised: Promised;
  readonly seen: Seen;
  readonly asked: readonly Request[];
}

/** What is wrong with one cell. */
async function judge(site: ComponentSite, field: InputField, found: Evidence): Promise<Wrong[]> {
  const { typed, held, promised, seen, asked } = found;
  const wrong = new Set<Wrong>();
  const writes = asked.filter((one) => one.method() === "POST" && one.url().endsWith(field.path));
  if (seen.held !== held) wrong.add("wrong code");
  if (seen.isHacked) wrong.add("accepted");
  if (asked.some((one) => isInAddress(typed.trim(), one.url()))) wrong.add("leak");
  if (field.isSecret && held.length > 6 && seen.page.includes(held)) wrong.add("leak");
  if ("refused" in promised) {
    if (writes.length > 0 || seen.ends.length > 0) wrong.add("accepted");
    if (seen.said !== en.validation[promised.refused] || !seen.hasFocus) wrong.add("unusable");
    return [...wrong];
  }
  if (seen.ends.length === 0) wrong.add("never settled");
  if (seen.ends.length > 1 || writes.length > 1) wrong.add("settled twice");
  if (writes[0] && sentIn(writes[0], field) !== promised.sent) wrong.add("accepted");
  if (!writes[0]) wrong.add("unusable");
  const isCreated = field.id === "new password" && seen.ends[0] === "success";
  if (isCreated && !(await signsIn(site, seen.email, held))) wrong.add("false success");
  return [...wrong];
}

/** Texts that are too short stand in addresses anyway. */
function isInAddress(text: string, address: string): boolean {
  const isTold = text.length > 4 && isWhole(text);
  return isTold && (address.includes(text) || address.includes(encodeURIComponent(text)));
}

/** Whether no character is cut in half. */
function isWhole(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

function sentIn(request: Request, { at }: InputField): unknown {
  const body: unknown = JSON.parse(request.postData() ?? "");
  return at.reduce<unknown>((value, key) => Reflect.get(Object(value), key), body);
}

/** Whether the tenant has kept the password as it was typed; texts that are none cannot be asked with. */
async function signsIn(site: ComponentSite, username: string, typed: string): Promise<boolean> {
  if (!isWhole(typed)) return true;
  const response = await fetch(`${site.tenant.url}/oauth/token`, {
    method: "POST",
    headers: { origin: site.origin },
    body: new URLSearchParams({
      grant_type: "http://auth0.com/oauth/grant-type/password-realm",
      realm: "Username-Password-Authentication",
      client_id: site.clientId,
      username,
      password: typed,
    }),
  });
  return response.ok;
}
