const core = "packages/core/src";
const components = "packages/components/src";

/** A whole package is gone through room by room, for each change to be noticed by tests that are about it. */
function roomsOf(sources, rooms, goal) {
  const targetsOf = Object.entries(rooms).map(([name, room]) => {
    const folder = name.slice(name.indexOf("/") + 1);
    const files = [
      `${sources}/${folder}/**/*.{ts,tsx}`,
      // Words and pictures: a test of each would repeat them.
      "!**/i18n/locales/**",
      "!**/connections/icons/**",
    ];
    return [name, { files, tests: [folder], goal, least: 0, ...room }];
  });
  return Object.fromEntries(targetsOf);
}

/** Tests of how a client comes by its session, and keeps it. */
const started = "start,callback,configured,check-session,access-token,logout,storage*,tabs,runnable"
  .split(",")
  .map((name) => `client-${name}`);

/** All but those that have a higher goal. */
const coreRooms = {
  "core/auth0-js": { tests: ["auth0-js", "browser", "callback"], outside: ["auth0-js-engine-*"] },
  "core/authentication": { outside: ["authentication-client*"] },
  "core/browser": { tests: ["browser", "auth0-js", "callback"] },
  "core/client": { tests: ["client", "flows"], outside: ["client-*"] },
  "core/crypto": { tests: ["transaction"], outside: ["client-runnable"] },
  "core/diagnostics": { outside: ["diagnosis-*"] },
  "core/engine": { tests: ["client"], outside: ["client-*"] },
  "core/flows": { tests: ["flows", "client"], outside: ["client-*"] },
  "core/identity": { tests: ["identity", "flows"] },
  "core/management": { outside: ["management", "client-management", "client-linking"] },
  "core/session": { tests: ["session", "client"], outside: started },
  "core/transport": { outside: ["client-*", "authentication-client*"] },
};

/** Of what all components are made is noticed where it is used. */
const componentRooms = {
  "components/auth-panel": {},
  "components/connections": { tests: ["connections", "social-buttons"] },
  "components/form": { tests: ["form", "login"] },
  "components/i18n": {},
  "components/link-accounts": {},
  "components/login": {},
  "components/mfa": {},
  "components/parts": {
    tests: ["parts", "login", "signup", "mfa", "passwordless", "link-accounts", "user-menu"],
  },
  "components/passwordless": {},
  "components/reset-password": {},
  "components/signup": {},
  "components/social-buttons": {},
  "components/user-menu": {},
  "components/widget": {},
};

const rooms = {
  ...roomsOf(core, coreRooms, 85),
  ...roomsOf(components, componentRooms, 70),
};

/** What trust rests on. */
const strict = { goal: 95, least: 90 };

/**
 * What is mutated: `files` (globs of Stryker), the rooms whose `tests` have to notice, those of apps/checks that do as
 * well (`outside`), and the percentage of mutants that have to be noticed: `goal` is aimed at, and below `least` the run
 * fails. A package is its `rooms`; what is in more of them, or is less than one, is a `part` of all that it found.
 */
export const targets = {
  verifier: { files: [`${core}/tokens/*.ts`], tests: ["tokens"], ...strict },
  callbacks: { files: [`${core}/callback/*.ts`], tests: ["callback"], ...strict },
  errors: { files: [`${core}/errors/*.ts`], tests: ["errors"], ...strict },
  transactions: {
    files: [`${core}/transaction/*.ts`],
    tests: ["transaction", "callback"],
    ...strict,
  },
  "return-to": {
    files: [`${core}/callback/return-to.ts`],
    part: /return-to\.ts$/,
    tests: ["callback"],
    ...strict,
  },
  messages: {
    files: [
      `${core}/browser/{web-message,popup-channel,cross-origin-verification}.ts`,
      `${core}/auth0-js/guard-messages.ts`,
    ],
    part: /\/(web-message|popup-channel|cross-origin-verification|guard-messages)\.ts$/,
    tests: ["browser", "auth0-js", "callback"],
    ...strict,
  },
  core: {
    rooms: ["verifier", "callbacks", "errors", "transactions", ...Object.keys(coreRooms)],
    goal: 85,
    least: 85,
  },
  components: { rooms: Object.keys(componentRooms), goal: 70, least: 70 },
  ...rooms,
};

/** The targets that are whole packages; every other one is of those. */
export const packages = ["core", "components"];
