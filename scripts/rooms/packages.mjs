/**
 * Who may import whom. `levels` go from low to high: a room imports only rooms of lower levels,
 * never a neighbour of its own. `outside` are the packages that the sources must not import;
 * `outsideInTests` replaces it for tests and stories, which may use every room of their package.
 */
export const packages = {
  core: {
    outside: ["@portico/*", "react", "react-dom"],
    outsideInTests: ["@portico/*", "react", "react-dom"],
    levels: [
      ["identity"],
      ["errors"],
      ["transport", "crypto"],
      ["tokens", "transaction"],
      ["authentication"],
      ["session", "browser"],
      ["callback"],
      ["engine"],
      ["management", "auth0-js"],
      ["flows"],
      ["client"],
      ["testing", "diagnostics"],
    ],
    // A flow imports no other flow; what several of them need stands in these files.
    apart: {
      flows: [
        "flow-context",
        "outcome",
        "session-asked-for",
        "tenant-session",
        "follow-answer",
        "renewal",
        "refresh",
        "keep-tokens",
        "keep-proof",
        "keep-watch",
        "redeem-callback",
        "database-login",
        "hosted-login",
        "redirect-request",
        "prove-again",
        "or-challenge",
        "challenged",
        "mfa-progress",
        "management-access",
        "passwordless-message",
      ],
    },
    mayUse: { "auth0-js": ["auth0-js"] },
  },
  react: {
    outside: ["@portico/components", "@portico/tenant", "react-dom"],
    outsideInTests: ["@portico/components", "@portico/tenant"],
    levels: [["provider"], ["flows"], ["session"], ["management", "auth0-react"]],
  },
  components: {
    outside: ["@portico/core", "@portico/tenant"],
    outsideInTests: ["@portico/tenant"],
    levels: [
      ["theme", "i18n", "connections"],
      ["parts"],
      ["form"],
      [
        "login",
        "signup",
        "social-buttons",
        "passwordless",
        "mfa",
        "reset-password",
        "link-accounts",
        "user-menu",
      ],
      ["auth-panel"],
      ["widget"],
    ],
    // Rooms with folders of their own, from which the other rooms are one step further away.
    deep: ["i18n", "connections"],
    views: ["parts", "i18n"],
  },
  // An independent witness, whose rooms know one another.
  tenant: {
    outside: ["@portico/*", "react", "react-dom"],
    outsideInTests: ["@portico/*", "react", "react-dom"],
    apart: { endpoints: [] },
  },
};
