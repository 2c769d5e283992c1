import type { Locator, Page } from "@playwright/test";
import { appCode } from "./authenticator-app.js";
import {
  expect,
  fillIn,
  newEmail,
  newUser,
  openComponent,
  password,
  press,
  test,
  totpSecret,
} from "./component-page.js";

/** What a password manager, a phone's keyboard and a browser without scripts go by: a line for each control. */
function controlsIn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("input, select, textarea")].map((control) => {
      const form = control.closest("form");
      return [
        control.getAttribute("type") ?? control.tagName.toLowerCase(),
        ...["name", "autocomplete", "inputmode", "enterkeyhint"].map(
          (name) => control.getAttribute(name) ?? "-",
        ),
        form ? `${form.method} ${form.getAttribute("action") ?? "here"}` : "no form",
      ].join(" | ");
    }),
  );
}

test("print", async ({ page, site }) => {
  for (const [app, props] of [["Login", {}], ["Login", {identifier: "username"}], ["Login", {identifier: "either"}], ["Login", {identifier: "phone"}],
   ["Signup", { username: true, phone: true, terms: "x", termsRequired: true, fields: [{name: "given_name", storage: "root", kind: "text", label: "Given name"},{name:"birthday",kind:"date",label:"B"},{name:"company",kind:"text",label:"C"},{name:"about",kind:"textarea",label:"A"},{name:"plan",kind:"select",label:"P",options:[{value:"a",label:"A"}]},{name:"news",kind:"checkbox",label:"N"}]}], ["ResetPassword", {}], ["Passwordless", {}], ["Passwordless", {channel: "phone"}], ["AuthPanel", {}]] as const) {
    await openComponent(page, site, app, { props });
    console.log(app, JSON.stringify(props).slice(0, 40), JSON.stringify(await controlsIn(page), null, 1));
  }
});
