import { locationOf, type Visitor } from "./visitor.js";

/** A page of the tenant with a form, as a visitor sees it. */
export interface OpenForm {
  readonly address: string;
  readonly status: number;
  readonly page: string;
  readonly policy: string;
  readonly csrf: string;
}

/** Follows the redirects of the tenant until there is a page, or one that leaves it. */
export async function follow(visitor: Visitor, response: Response): Promise<Response> {
  const address = locationOf(response);
  return address.startsWith("/") ? follow(visitor, await visitor.request(address)) : response;
}

/** Where `/authorize` leads to. */
export async function openForm(
  visitor: Visitor,
  parameters: Record<string, string> = {},
): Promise<OpenForm> {
  return readForm(visitor, await visitor.authorize({ state: "s", ...parameters }));
}

/** The page that a response leads to. */
export async function readForm(visitor: Visitor, redirect: Response): Promise<OpenForm> {
  let [response, address] = [redirect, locationOf(redirect)];
  while (locationOf(response).startsWith("/")) {
    address = locationOf(response);
    response = await visitor.request(address);
  }
  const page = await response.text();
  return {
    address,
    status: response.status,
    page,
    policy: response.headers.get("content-security-policy") ?? "",
    csrf: /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? "",
  };
}

/** Answers on the page that plays a provider; returns the way back to the tenant. */
export function answerProvider(
  visitor: Visitor,
  { address, csrf }: OpenForm,
  answer: Record<string, string>,
): Promise<Response> {
  return visitor.postForm(address, { csrf, ...answer });
}

/** Goes through a provider with an account there; returns the answer to the application. */
export async function signInByProvider(
  visitor: Visitor,
  account: string,
  parameters: Record<string, string> = {},
): Promise<Response> {
  const form = await openForm(visitor, { connection: "google-oauth2", ...parameters });
  return follow(visitor, await answerProvider(visitor, form, { account }));
}

/** Fills in the password form of the hosted login page. */
export async function submitPassword(
  visitor: Visitor,
  { address, csrf }: OpenForm,
  login: { username: string; password: string },
): Promise<Response> {
  return follow(visitor, await visitor.postForm(address, { csrf, ...login }));
}
