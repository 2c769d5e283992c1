import { tableOf, type Page } from "./page-tables.js";
import {
  authorizeParametersOfAuth0Js,
  callOptionsOfAuth0Js,
  constructorOptionsOfAuth0Js,
  declared,
  exportsOfAuth0React,
  methodsOfAuth0Js,
  readByLock,
} from "./their-names.js";

/** Which table of which page has to have which names. */
export type TheirTable = readonly [page: Page, heading: string, names: () => readonly string[]];

const below = (member: string, names: readonly string[]) =>
  names.map((name) => `${member}.${name}`);
const textsIn = (list = "") => [...list.matchAll(/'([^']+)'/g)].map(([, text = ""]) => text);
const optionsOfLocksAuth = () => readByLock("core/index", /\b_ref\.(\w+)/g);

/** What @auth0/auth0-react declares. */
export const tablesOfAuth0React: readonly TheirTable[] = [
  [
    "auth0-react",
    "Properties of Auth0Provider",
    () => [
      ...declared("spa:global", "Auth0ClientOptions"),
      ...declared("react:auth0-provider", "Auth0ProviderBaseOptions"),
      ...declared("react:auth0-provider", "Auth0ProviderWithClientOptions"),
    ],
  ],
  ["auth0-react", "Authorization parameters", () => declared("spa:global", "AuthorizationParams")],
  [
    "auth0-react",
    "What useAuth0 gives",
    () => [
      ...declared("react:auth0-context", "Auth0ContextInterface"),
      ...declared("react:auth-state", "AuthState"),
    ],
  ],
  [
    "auth0-react",
    "Options of the calls",
    () => [
      ...[
        "RedirectLoginOptions",
        "PopupConfigOptions",
        "GetTokenSilentlyOptions",
        "GetTokenWithPopupOptions",
        "LogoutUrlOptions",
        "LogoutOptions",
        "RevokeRefreshTokenOptions",
        "RedirectConnectAccountOptions",
      ].flatMap((name) => declared("spa:global", name)),
      ...declared("spa:TokenExchange", "CustomTokenExchangeOptions"),
    ],
  ],
  [
    "auth0-react",
    "Guards",
    () => declared("react:with-authentication-required", "WithAuthenticationRequiredOptions"),
  ],
  ["auth0-react", "Everything that is exported", exportsOfAuth0React],
];

/** What the sources of auth0-js have and document. */
export const tablesOfAuth0Js: readonly TheirTable[] = [
  [
    "auth0-js",
    "Options of WebAuth",
    () => constructorOptionsOfAuth0Js("web-auth/index", "WebAuth"),
  ],
  ["auth0-js", "Methods of WebAuth", () => methodsOfAuth0Js("web-auth/index", "WebAuth")],
  [
    "auth0-js",
    "webAuth.popup and webAuth.redirect",
    () => [
      ...below("popup", methodsOfAuth0Js("web-auth/popup", "Popup")),
      ...below("redirect", methodsOfAuth0Js("web-auth/redirect", "Redirect")),
    ],
  ],
  [
    "auth0-js",
    "webAuth.client and Authentication",
    () => [
      ...methodsOfAuth0Js("authentication/index", "Authentication"),
      ...below(
        "passwordless",
        methodsOfAuth0Js(
          "authentication/passwordless-authentication",
          "PasswordlessAuthentication",
        ),
      ),
      ...below("dbConnection", methodsOfAuth0Js("authentication/db-connection", "DBConnection")),
    ],
  ],
  [
    "auth0-js",
    "Management",
    () => [
      ...constructorOptionsOfAuth0Js("management/index", "Management"),
      ...methodsOfAuth0Js("management/index", "Management"),
    ],
  ],
  ["auth0-js", "Options of the calls", () => [...callOptionsOfAuth0Js(), "popupOptions"]],
  [
    "auth0-js",
    "Parameters that auth0-js lets through to the tenant",
    () => {
      const named = tableOf("auth0-js", "Options of the calls").flatMap(({ theirs }) => theirs);
      return authorizeParametersOfAuth0Js().filter((name) => !named.includes(name));
    },
  ],
];

/** What the sources of Lock read. */
export const tablesOfLock: readonly TheirTable[] = [
  [
    "lock",
    "Options",
    () => [
      ...readByLock("core/index", /\b(?:options|opts)\.(\w+)/g),
      ...readByLock("connection/database/index", /\bopts\.(\w+)/g),
      ...readByLock("connection/passwordless/index", /\bopts\.(\w+)/g),
      ...readByLock("connection/enterprise", /\bopts\.(\w+)/g),
      ...readByLock("core/web_api/p2_api", /\bopts\.(\w+)/g).filter(
        (name) => !optionsOfLocksAuth().includes(name),
      ),
    ],
  ],
  [
    "lock",
    "auth",
    () => [...optionsOfLocksAuth(), ...readByLock("core/index", /\boptions\.auth\.(\w+)/g)],
  ],
  ["lock", "Theme", () => readByLock("core/index", /\btheme\.(\w+)/g)],
  ["lock", "Additional fields", () => readByLock("connection/database/index", /= x\.(\w+)[,;]/g)],
  [
    "lock",
    "Prefill",
    () =>
      ["engine/classic", "engine/passwordless"].flatMap((file) =>
        readByLock(file, /_l\$prefill\$toJS\.(\w+)/g),
      ),
  ],
  ["lock", "Hooks", () => textsIn(readByLock("core/index", /validPublicHooks = \[([^\]]*)\]/g)[0])],
  ["lock", "Methods", () => [...readByLock("core", /^ {4}key: "(\w+)"/gm), "on"]],
  ["lock", "Events", () => textsIn(readByLock("core", /validEvents = \[([^\]]*)\]/g)[0])],
];
