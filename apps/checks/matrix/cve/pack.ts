/** A weakness that was found in a login library or service, and what is promised here instead. */
export interface Weakness {
  readonly cve: string;
  /** Where it was found. */
  readonly product: string;
  /** What keeps its kind out of this engine and these components. */
  readonly promise: string;
  /** What is asked to prove it: the client in a page, or the components. */
  readonly of: "client" | "components";
}

export const pack = [
  {
    cve: "CVE-2017-17068",
    product: "auth0-js before 8.12",
    promise: "the page of a popup answers no opener of another origin",
    of: "client",
  },
  {
    cve: "CVE-2018-6873",
    product: "the Auth0 service",
    promise: "a token of another tenant or application signs nobody in and links nothing",
    of: "client",
  },
  {
    cve: "CVE-2018-6874",
    product: "the Auth0 service",
    promise:
      "no form of the tenant is put into the page, and every request to authorize has a state",
    of: "client",
  },
  {
    cve: "CVE-2018-7307",
    product: "auth0-js before 9.3",
    promise: "a response without the state of this tab signs nobody in, however it arrives",
    of: "client",
  },
  {
    cve: "CVE-2019-20174",
    product: "auth0-lock before 11.21",
    promise: "markup in what an application passes is text",
    of: "components",
  },
  {
    cve: "CVE-2020-15119",
    product: "auth0-lock before 11.26.3",
    promise: "markup in what a reader types is text where it is repeated",
    of: "components",
  },
  {
    cve: "CVE-2020-5263",
    product: "auth0-js 8.0.0 to 9.13.1",
    promise: "no error holds the password or the code that was sent",
    of: "client",
  },
  {
    cve: "CVE-2020-15125",
    product: "node-auth0",
    promise: "no error holds the access token that was sent",
    of: "client",
  },
  {
    cve: "CVE-2021-32641",
    product: "auth0-lock up to 11.30.0",
    promise: "markup in the dictionary is text, and nothing of the address is shown",
    of: "components",
  },
  {
    cve: "CVE-2022-29172",
    product: "auth0-lock before 11.33",
    promise: "markup, links and control characters in further fields of a sign-up are not sent",
    of: "components",
  },
  {
    cve: "CVE-2026-42280",
    product: "auth0-js 8.11.0 to 9.32.0",
    promise: "an ID token that is refused ends the login: no user, and no further request",
    of: "client",
  },
  {
    cve: "CVE-2026-107371",
    product: "auth0-js 9.12.0 to 10.2.1",
    promise: "maxAge is held against the token, 0 included",
    of: "client",
  },
  {
    cve: "CVE-2026-107370",
    product: "auth0-lock before 13.2.1",
    promise: "a form that the browser itself sends puts no password into the address",
    of: "components",
  },
  {
    cve: "CVE-2026-107369",
    product: "nextjs-auth0 before 4.32",
    promise: "the way back after a login is a path of this origin, as it stands in the end",
    of: "client",
  },
  {
    cve: "CVE-2026-40155",
    product: "nextjs-auth0",
    promise: "of a hundred calls at once, each gets the token of its own user and API",
    of: "client",
  },
  {
    cve: "CVE-2026-28498",
    product: "authlib",
    promise: "a hash that is wrong or missing where it has to be refuses the access token",
    of: "client",
  },
  {
    cve: "CVE-2026-44459",
    product: "hono",
    promise: "times that are no finite numbers refuse the token",
    of: "client",
  },
] as const satisfies readonly Weakness[];

type CveOf<Room extends Weakness["of"]> = Extract<(typeof pack)[number], { of: Room }>["cve"];

export type ClientCve = CveOf<"client">;
export type ComponentCve = CveOf<"components">;
