import type { Flow } from "../contract-case.js";

const ada = { kind: "authenticated", session: { user: { email: "ada@example.com" } } };

export const popup: Flow = {
  name: "loginWithPopup",
  cases: [
    {
      title: "the tenant's own page",
      call: (lab) => lab.popup("loginWithPopup", {}, (window) => lab.typeCredentials(window)),
      expect: { value: ada },
      fake: {},
    },
    {
      title: "somebody who is signed in at the tenant",
      given: async (lab) => {
        await lab.signIn();
        await lab.open();
      },
      call: (lab) => lab.popup("loginWithPopup", {}, async () => {}),
      expect: { value: ada },
      fake: {},
    },
    {
      title: "a social connection",
      call: (lab) =>
        lab.popup("loginWithPopup", { connection: "google-oauth2" }, (window) =>
          window.getByRole("button", { name: "Grace Hopper" }).click(),
        ),
      expect: {
        value: { kind: "authenticated", session: { user: { email: "grace@example.com" } } },
      },
    },
    {
      title: "a window that the user closes",
      given: async (lab) => {
        await lab.page.clock.install();
        await lab.open();
      },
      call: (lab) =>
        lab.popup("loginWithPopup", {}, async (window) => {
          await window.locator("#username").waitFor();
          // Nobody reads the page and closes it in less than a moment.
          await lab.page.clock.runFor(1000);
          await window.close();
        }),
      expect: { code: "popup_closed" },
      fake: { popupLogin: [["popup_closed"]] },
    },
    {
      title: "a window that the browser does not open",
      given: (lab) =>
        lab.page.evaluate(() => {
          window.open = () => null;
        }),
      call: (lab) => lab.call("loginWithPopup"),
      expect: { code: "popup_blocked" },
      fake: {},
    },
    {
      title: "a window in which nothing happens until the deadline",
      config: { deadlines: { popup: 800 } },
      call: (lab) => lab.popup("loginWithPopup", {}, async () => {}),
      expect: { code: "timeout", details: { deadline: 800 } },
      fake: { popupLogin: [["timeout", { deadline: 800 }]] },
    },
    {
      title: "prompt=none without a session at the tenant",
      call: (lab) => lab.popup("loginWithPopup", { prompt: "none" }, async () => {}),
      expect: { code: "login_required" },
      fake: { popupLogin: [["login_required"]] },
    },
    {
      title: "a wrong nonce",
      given: (lab) => lab.tenant.faults.add({ fault: "token:wrong-nonce" }),
      call: (lab) => lab.popup("loginWithPopup", {}, (window) => lab.typeCredentials(window)),
      expect: { code: "invalid_token", details: { reason: "nonce" } },
      fake: { popupLogin: [["invalid_token", { reason: "nonce" }]] },
    },
  ],
};
