import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const modules = join(import.meta.dirname, "../../node_modules");

/** The names that a declaration of @auth0/auth0-react, or of the @auth0/auth0-spa-js below it, has at its first level. */
export function declared(file: string, name: string): string[] {
  const folders = { react: "@auth0/auth0-react/dist", spa: "@auth0/auth0-spa-js/dist/typings" };
  const [library = "", module] = file.split(":");
  const folder = library === "spa" ? folders.spa : folders.react;
  const text = read(`${folder}/${module}.d.ts`).replace(/\/\*[\s\S]*?\*\//g, "");
  const start = new RegExp(`\\b(?:interface|type) ${name}\\b[^;{]*\\{`).exec(text);
  if (!start) throw new Error(`${file} declares no ${name}.`);
  return namesIn(bodyAt(text, start.index + start[0].length));
}

/** What stands up to the closing brace, without what stands in further braces and parentheses. */
function bodyAt(text: string, from: number): string {
  let depth = 1;
  let body = "";
  for (const letter of text.slice(from)) {
    if (depth === 1) body += letter;
    if ("{(".includes(letter)) depth += 1;
    if ("})".includes(letter)) depth -= 1;
    if (depth === 0) break;
  }
  return body;
}

function namesIn(body: string): string[] {
  return matches(body, /^\s*(?:readonly )?([A-Za-z_]\w*)\??[:(]/gm);
}

/** Everything that @auth0/auth0-react exports at run time. */
export function exportsOfAuth0React(): string[] {
  const names = Object.keys(createRequire(import.meta.url)("@auth0/auth0-react") as object);
  return names.filter((name) => name !== "default");
}

/** The public methods of a class of auth0-js. */
export function methodsOfAuth0Js(file: string, type: string): string[] {
  const text = read(`auth0-js/src/${file}.js`);
  return matches(text, new RegExp(`^${type}\\.prototype\\.(\\w+) = function`, "gm"));
}

/** The options that the documentation of auth0-js's methods names, with the ones of its constructors left out. */
export function callOptionsOfAuth0Js(): string[] {
  const files = [
    "web-auth/index",
    "web-auth/popup",
    "web-auth/redirect",
    "authentication/index",
    "authentication/db-connection",
    "authentication/passwordless-authentication",
  ];
  return files.flatMap((file) =>
    comments(read(`auth0-js/src/${file}.js`))
      .filter((comment) => !comment.includes("@constructor"))
      .flatMap(documentedOptions),
  );
}

/** The options that a constructor of auth0-js documents or checks. */
export function constructorOptionsOfAuth0Js(file: string, type: string): string[] {
  const text = read(`auth0-js/src/${file}.js`);
  const documented = comments(text)
    .filter((comment) => comment.includes("@constructor"))
    .flatMap(documentedOptions);
  const [body = ""] =
    new RegExp(`^function ${type}\\(options\\) \\{[\\s\\S]*?^\\}`, "m").exec(text) ?? [];
  // What stands in `overrides` is indented further.
  const checked = matches(body, /^ {6}(\w+): \{/gm);
  return [...documented, ...checked, ...(body.includes("options.overrides") ? ["overrides"] : [])];
}

/** The parameters that auth0-js sends to GET /authorize. */
export function authorizeParametersOfAuth0Js(): string[] {
  const text = read("auth0-js/src/helper/parameters-whitelist.js");
  const [list = ""] = /authorizeParams = \[[\s\S]*?\]/.exec(text) ?? [];
  return matches(list, /^ {2}'(\w+)'/gm);
}

/** What the sources of Lock read out of the object of this name. */
export function readByLock(file: string, pattern: RegExp): string[] {
  return matches(read(`auth0-lock/lib/${file}.js`), pattern);
}

function comments(text: string): string[] {
  return text.match(/\/\*\*[\s\S]*?\*\//g) ?? [];
}

function documentedOptions(comment: string): string[] {
  return matches(comment, /@param \{[^}]*\}\s+\[?options\.(\w+)/g);
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, name = ""]) => name);
}

function read(path: string): string {
  return readFileSync(join(modules, path), "utf8");
}
