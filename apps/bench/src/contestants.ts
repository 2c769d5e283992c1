import { existsSync } from "node:fs";
import { join } from "node:path";
import { bench } from "./place.js";

/** A page that somebody could have written to sign users in, or a floor. */
export interface Contestant {
  /** Of its folder, and of its host. */
  readonly name: string;
  readonly label: string;
  /** Holds `main.tsx`. */
  readonly folder: string;
  /** What the page has to type into; without it only its bytes are of interest. */
  readonly form?: Form;
  /** Whether a sign-in at the local tenant can be measured from a click to its end. */
  readonly signsIn: boolean;
  /** It signs nobody in: others are held against it. */
  readonly isFloor?: boolean;
}

/** A page that has a form; `query` is what its address has besides. */
export type WithForm = Contestant & { readonly form: Form; readonly query?: string };

/** CSS selectors, which reach into open shadow roots. */
export interface Form {
  readonly email: string;
  readonly password: string;
  readonly submit: string;
  /** What is asked for first, and has to be there for the form to be usable. */
  readonly first: "email" | "password";
}

const form: Form = {
  email: "input[type=email], input[name=email], input[name=username], input[name=identifier]",
  password: "input[type=password]",
  submit: "button[type=submit]",
  first: "password",
};

/** Ours first, then what is written by hand, then the other kits. `react` is what all but one pay for anyway. */
const own: readonly Omit<Contestant, "folder">[] = [
  { name: "react", label: "react + react-dom, nothing else", signsIn: false, isFloor: true },
  {
    name: "markup",
    label: "the HTML and CSS of `Login`, nothing behind",
    form,
    signsIn: false,
    isFloor: true,
  },
  { name: "login", label: "Portico `Login`", form, signsIn: true },
  { name: "auth-panel", label: "Portico `AuthPanel`, every flow", form, signsIn: true },
  { name: "hooks", label: "Portico hooks, hand-written form", form, signsIn: true },
  { name: "login-auth0-js", label: "Portico `Login`, auth0-js engine", form, signsIn: true },
  { name: "auth0-js", label: "auth0-js, hand-written React form", form, signsIn: true },
  {
    name: "auth0-lock",
    label: "auth0-lock",
    form: { ...form, submit: ".auth0-lock-submit" },
    signsIn: true,
  },
  { name: "auth0-react", label: "@auth0/auth0-react, redirect only", signsIn: false },
];

/** They are installed by themselves, for nobody who works on Portico to need them. */
const peers: readonly Omit<Contestant, "folder">[] = [
  { name: "amplify", label: "Amplify Authenticator", form, signsIn: false },
  { name: "supertokens", label: "SuperTokens EmailPassword", form, signsIn: false },
  { name: "clerk", label: "Clerk `SignIn`", form: { ...form, first: "email" }, signsIn: false },
];

/** Where the peers are installed. */
export const peersFolder = join(bench, "peers");

/** All contestants, in the order in which they are shown. Peers that are not installed are left out. */
export function contestants(): readonly Contestant[] {
  const installed = peers.filter(({ name }) => existsSync(join(peersFolder, name, "node_modules")));
  return [
    ...own.map((one) => ({ ...one, folder: join(bench, "pages", one.name) })),
    ...installed.map((one) => ({ ...one, folder: join(peersFolder, one.name) })),
  ];
}

/** Names of the peers that are not installed. */
export function absentPeers(): readonly string[] {
  const there = new Set(contestants().map(({ name }) => name));
  return peers.map(({ name }) => name).filter((name) => !there.has(name));
}
