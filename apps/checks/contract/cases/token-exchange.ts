import type { Flow } from "../contract-case.js";

const subjectTokenType = "urn:ietf:params:oauth:token-type:id_token";
const ada = { kind: "authenticated", session: { user: { email: "ada@example.com" } } };

export const tokenExchange: Flow = {
  name: "customTokenExchange",
  cases: [
    {
      title: "a token that the tenant trusts",
      call: async (lab) => {
        await lab.signIn();
        const { value } = await lab.call("getIdToken");
        await lab.open();
        return lab.call("customTokenExchange", { subjectToken: value, subjectTokenType });
      },
      expect: { value: ada },
      session: "authenticated",
      fake: {},
    },
    {
      title: "a token that it does not trust",
      call: (lab) =>
        lab.call("customTokenExchange", { subjectToken: "canary-subject-1", subjectTokenType }),
      expect: { code: "invalid_grant" },
      fake: { exchangeToken: [["invalid_grant"]] },
    },
    {
      title: "a kind of token that it does not know",
      call: (lab) =>
        lab.call("customTokenExchange", {
          subjectToken: "canary-subject-1",
          subjectTokenType: "urn:example:x",
        }),
      expect: { code: "invalid_request" },
      fake: { exchangeToken: [["invalid_request"]] },
    },
  ],
};
