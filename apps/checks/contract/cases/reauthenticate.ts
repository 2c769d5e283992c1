import type { Flow } from "../contract-case.js";

const ada = { kind: "authenticated", session: { user: { email: "ada@example.com" } } };

export const reauthenticate: Flow = {
  name: "reauthenticate",
  cases: [
    ...(["in-page", "password-realm"] as const).flatMap((via) => {
      const method = via === "in-page" ? "loginInPage" : "loginByGrant";
      return [
        {
          title: `${via}: the right password`,
          given: (lab) => lab.signIn(),
          call: (lab) => lab.call("reauthenticate", { password: lab.user.password, via }),
          expect: { value: ada },
          fake: {},
        },
        {
          title: `${via}: a wrong password leaves the session as it is`,
          given: (lab) => lab.signIn(),
          call: (lab) => lab.call("reauthenticate", { password: "canary-wrong-7", via }),
          expect: { code: "invalid_credentials" },
          session: "authenticated",
          fake: {
            [method]:
              via === "in-page" ? ["ok", ["invalid_credentials"]] : [["invalid_credentials"]],
          },
        },
      ] satisfies Flow["cases"];
    }),
    {
      // At the token endpoint the answer to a password is fresh by itself, and tells no time.
      title: "in-page: a sign-in that is not fresh",
      given: async (lab) => {
        await lab.signIn();
        lab.tenant.faults.add({ fault: "token:old-auth-time", times: "always" });
      },
      call: (lab) => lab.call("reauthenticate", { password: lab.user.password, via: "in-page" }),
      expect: { code: "invalid_token", details: { reason: "authentication_time" } },
      session: "authenticated",
    },
    {
      title: "by a window in which somebody else signs in",
      given: (lab) => lab.signIn(),
      call: (lab) =>
        lab.popup("reauthenticate", { via: "popup" }, async (window) => {
          await window.getByRole("button", { name: "Continue with Google" }).click();
          await window.getByRole("button", { name: "Grace Hopper" }).click();
        }),
      expect: { code: "user_changed" },
    },
    {
      title: "by a window",
      given: (lab) => lab.signIn(),
      call: (lab) =>
        lab.popup("reauthenticate", { via: "popup" }, (window) => lab.typeCredentials(window)),
      expect: { value: ada },
      fake: {},
    },
    {
      title: "nobody is signed in",
      call: (lab) => lab.call("reauthenticate", { password: "canary-wrong-7" }),
      expect: { code: "login_required" },
      fake: {},
    },
  ],
};
