import { expect } from "../../e2e/fixtures.js";
import type { Flow } from "../contract-case.js";
import type { Lab } from "../lab.js";
import { audience, consentAudience } from "../seed.js";

const offline = { scope: "openid profile email offline_access" };
/** Seconds, longer than any token lives: what is known is never good enough. */
const renewed = { minValidity: 1e7 };

const claimsOf = (token: unknown) =>
  JSON.parse(Buffer.from(String(token).split(".")[1] ?? "", "base64url").toString()) as object;

/** What a call sent, without preflights. */
const sent = ({ tenant }: Lab) =>
  tenant
    .requests()
    .filter(({ preflight }) => !preflight)
    .map(({ method, path }) => `${method} ${path}`);

export const accessToken: Flow = {
  name: "getAccessToken",
  cases: [
    {
      title: "nobody is signed in",
      call: (lab) => lab.call("getAccessToken"),
      expect: { code: "login_required" },
      fake: {},
    },
    {
      title: "from memory, without a request",
      given: (lab) => lab.signIn(),
      call: async (lab) => {
        const tokens = [await lab.call("getAccessToken"), await lab.call("getAccessToken")];
        const [first, second] = tokens.map(({ value }) => value);
        return { value: { same: first === second, text: typeof first, sent: sent(lab) } };
      },
      expect: { value: { same: true, text: "string", sent: [] } },
      session: "authenticated",
      fake: {},
    },
    {
      title: "for another API, and then from memory",
      given: (lab) => lab.signIn(),
      call: async (lab) => {
        const { value } = await lab.call("getAccessToken", { audience, scope: "read:projects" });
        lab.tenant.clearRequests();
        const again = await lab.call("getAccessToken", { audience, scope: "read:projects" });
        return { value: { ...claimsOf(value), same: again.value === value, sent: sent(lab) } };
      },
      expect: {
        value: {
          aud: [audience, /\/userinfo$/] as unknown,
          scope: expect.stringMatching(/read:projects/),
          same: true,
          sent: [],
        },
      },
      session: "authenticated",
    },
    {
      title: "for two APIs at once, each its own",
      given: (lab) => lab.signIn(),
      call: async (lab) => {
        const management = `${lab.tenant.url}/api/v2/`;
        const both = await Promise.all([
          lab.call("getAccessToken", { audience }),
          lab.call("getAccessToken", { audience: management, scope: "openid read:current_user" }),
        ]);
        const audiences = both.map(({ value }) => (claimsOf(value) as { aud: string[] }).aud[0]);
        return { value: [audiences[0] === audience, audiences[1] === management] };
      },
      expect: { value: [true, true] },
      session: "authenticated",
    },
    {
      title: "ten calls at once are one request",
      given: (lab) => lab.signIn(),
      call: async (lab) => {
        const calls = Array.from({ length: 10 }, () => lab.call("getAccessToken", renewed));
        const tokens = await Promise.all(calls);
        const asked = sent(lab).filter((request) => request === "GET /authorize");
        return { value: { different: new Set(tokens.map(({ value }) => value)).size, asked } };
      },
      expect: { value: { different: 1, asked: ["GET /authorize"] } },
      session: "authenticated",
    },
    {
      title: "by refresh token, each of which is used once",
      config: offline,
      given: async (lab) => {
        await lab.signIn();
        lab.tenant.endSessions(lab.user.email);
      },
      call: async (lab) => {
        const [one, two] = [
          await lab.call("getAccessToken", renewed),
          await lab.call("getAccessToken", renewed),
        ];
        return { value: [typeof one.value, typeof two.value, sent(lab)] };
      },
      expect: { value: ["string", "string", ["POST /oauth/token", "POST /oauth/token"]] },
      session: "authenticated",
    },
    {
      title: "a refresh token that is spent, while the tenant knows the browser",
      config: offline,
      given: async (lab) => {
        await lab.signIn();
        lab.tenant.faults.add({ fault: "rotate-lost" });
        await lab.call("getAccessToken", renewed);
      },
      call: async (lab) => ({ value: typeof (await lab.call("getAccessToken", renewed)).value }),
      expect: { value: "string" },
      session: "authenticated",
    },
    {
      title: "a refresh token that is spent, when the tenant knows nobody",
      config: offline,
      given: async (lab) => {
        await lab.signIn();
        lab.tenant.faults.add({ fault: "rotate-lost" });
        await lab.call("getAccessToken", renewed);
        lab.tenant.endSessions();
      },
      call: (lab) => lab.call("getAccessToken", renewed),
      expect: { code: "login_required" },
      session: "anonymous",
      fake: {
        refresh: [["network", { online: true }], ["invalid_grant"]],
        silentLogin: [["login_required"]],
      },
    },
    {
      title: "an API that asks every user for consent",
      given: (lab) => lab.signIn(),
      call: (lab) => lab.call("getAccessToken", { audience: consentAudience, scope: "read:all" }),
      expect: { code: "consent_required" },
      fake: { silentLogin: [["consent_required"]] },
    },
    {
      title: "an API that the tenant does not know",
      given: (lab) => lab.signIn(),
      call: (lab) => lab.call("getAccessToken", { audience: "https://nowhere.example" }),
      expect: { code: "access_denied" },
      fake: { silentLogin: [["access_denied"]] },
    },
    {
      title: "a lifetime that is written as text",
      given: (lab) => lab.tenant.faults.add({ fault: "expires-in-string" }),
      call: async (lab) => {
        await lab.signIn();
        return { value: typeof (await lab.call("getAccessToken")).value };
      },
      expect: { value: "string" },
      session: "authenticated",
    },
  ],
};
