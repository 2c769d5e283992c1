const core = "packages/core/src";
const components = "packages/components/src";

/** Rooms of the components; what is in one has to be noticed by its own tests, for all of them would take days. */
const rooms = [
  "auth-panel",
  "connections",
  "form",
  "i18n",
  "link-accounts",
  "login",
  "mfa",
  "parts",
  "passwordless",
  "reset-password",
  "signup",
  "social-buttons",
  "user-menu",
  "widget",
].map((room) => [
  `components/${room}`,
  {
    files: [
      `${components}/${room}/**/*.{ts,tsx}`,
      // Words and pictures: a test of each would repeat them.
      `!${components}/i18n/locales/**`,
      `!${components}/connections/icons/**`,
    ],
    tests: [room],
    goal: 70,
    least: 0,
  },
]);

/**
 * What is mutated: `files` (globs of Stryker), the rooms whose `tests` have to notice, and the percentage of mutants
 * that have to be noticed: `goal` is aimed at, and below `least` the run fails. `part` finds those mutants among all of the
 * core's; one of many `rooms` is gone through room by room.
 */
export const targets = {
  verifier: {
    files: [`${core}/tokens/*.ts`],
    part: /core\/src\/tokens\//,
    tests: ["tokens"],
    goal: 95,
    least: 90,
  },
  callbacks: {
    files: [`${core}/callback/*.ts`],
    part: /core\/src\/callback\//,
    tests: ["callback"],
    goal: 95,
    least: 90,
  },
  errors: {
    files: [`${core}/errors/*.ts`],
    part: /core\/src\/errors\//,
    tests: ["errors"],
    goal: 95,
    least: 90,
  },
  transactions: {
    files: [`${core}/transaction/*.ts`],
    part: /core\/src\/transaction\//,
    tests: ["transaction", "callback"],
    goal: 95,
    least: 90,
  },
  "return-to": {
    files: [`${core}/callback/return-to.ts`],
    part: /return-to\.ts$/,
    tests: ["callback"],
    goal: 95,
    least: 90,
  },
  messages: {
    files: [
      `${core}/browser/{web-message,popup-channel,cross-origin-verification}.ts`,
      `${core}/auth0-js/guard-messages.ts`,
    ],
    part: /\/(web-message|popup-channel|cross-origin-verification|guard-messages)\.ts$/,
    tests: ["browser", "auth0-js", "callback"],
    goal: 95,
    least: 90,
  },
  core: {
    files: [`${core}/**/*.ts`],
    tests: ["**"],
    goal: 85,
    least: 85,
  },
  components: {
    rooms: rooms.map(([name]) => name),
    goal: 70,
    least: 70,
  },
  ...Object.fromEntries(rooms),
};

/** The targets that are whole packages; every other one is a part of those. */
export const packages = ["core", "components"];
