import { Auth0Client } from "@auth0/auth0-spa-js";
import { createAuthClient, type AuthConfig } from "@portico/core";
import { AuthenticationClient, type AuthenticationConfig } from "@portico/core/authentication";
import auth0 from "auth0-js";

/** What a call came to: its result as far as it can leave the page, or why it failed. */
export interface WireResult {
  readonly value?: unknown;
  readonly failed?: string;
}

export type ClientName = "portico" | "authentication" | "auth0Js" | "auth0SpaJs";

declare global {
  interface Window {
    wire: {
      /** Makes the page's client. */
      open(name: ClientName, options: object): void;
      /** Calls a method of the client by its path, such as `client.userInfo`. */
      call(path: string, ...given: unknown[]): Promise<WireResult>;
    };
  }
}

let current: { readonly client: object; readonly takesCallback: boolean } | undefined;

window.wire = {
  open(name, options) {
    current = { client: make(name, options), takesCallback: name === "auth0Js" };
  },
  async call(path, ...given) {
    if (!current) throw new Error("The page has no client yet.");
    const steps = path.split(".");
    const name = steps.pop() ?? "";
    const receiver = steps.reduce<object>(
      (value, step) => (value as Record<string, object>)[step] ?? {},
      current.client,
    );
    const method = (receiver as Record<string, unknown>)[name];
    if (typeof method !== "function") throw new Error(`No method ${path}.`);
    try {
      const value: unknown = current.takesCallback
        ? await answerOf((callback) => method.call(receiver, ...given, callback))
        : await method.call(receiver, ...given);
      return { value: value === undefined ? undefined : JSON.parse(JSON.stringify(value)) };
    } catch (error) {
      return { failed: error instanceof Error ? error.message : JSON.stringify(error) };
    }
  },
};

/** The options are checked by nobody: each client is given what its own documentation says. */
function make(name: ClientName, options: object): object {
  switch (name) {
    case "portico":
      return createAuthClient(options as AuthConfig);
    case "authentication":
      return new AuthenticationClient(options as AuthenticationConfig);
    case "auth0Js":
      return Object.assign(new auth0.WebAuth(options), { management: managementOf(options) });
    case "auth0SpaJs":
      return new Auth0Client(options as ConstructorParameters<typeof Auth0Client>[0]);
    default:
      throw new Error(`No client ${String(name satisfies never)}.`);
  }
}

/** The other class of auth0-js, each of its methods with the access token before what it is given. */
function managementOf(options: object) {
  const { domain } = options as { domain: string };
  const withToken = (name: "getUser" | "patchUserMetadata" | "linkUser") => {
    return (token: string, ...given: unknown[]) => {
      const management = new auth0.Management({ domain, token });
      // Without https its address has to be set; with it, nothing has.
      management.baseOptions.rootUrl = `${domain}/api/v2`;
      return (management as unknown as Record<string, (...given: unknown[]) => void>)[name]?.(
        ...given,
      );
    };
  };
  return {
    getUser: withToken("getUser"),
    patchUserMetadata: withToken("patchUserMetadata"),
    linkUser: withToken("linkUser"),
  };
}

/** Methods of auth0-js that give an address answer at once. */
function answerOf(
  run: (callback: (error: unknown, result: unknown) => void) => unknown,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const given = run((error, result) => (error ? reject(error) : resolve(result)));
    if (typeof given === "string") resolve(given);
  });
}

// In a window of its own this is the page that a response comes back to.
if (window.opener) {
  const [name, options] = JSON.parse(localStorage.getItem("wire") ?? "[]") as [ClientName, object];
  if (name === "auth0Js") new auth0.WebAuth(options).popup.callback({});
  if (name === "portico") void createAuthClient(options as AuthConfig).start();
}
