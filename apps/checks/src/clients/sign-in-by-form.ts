import type { Tenant } from "@portico/tenant";

/**
 * Goes through the tenant's hosted login as a browser without script does, and returns the address
 * that the tenant sends the browser back to.
 */
export async function signInByForm(
  tenant: Tenant,
  authorizationUrl: URL,
  user: { email: string; password: string },
): Promise<URL> {
  const visit = newBrowser(tenant);
  const asked = await visit(authorizationUrl);
  const login = addressAfter(asked, authorizationUrl);
  const page = await (await visit(login)).text();
  const [, csrf = ""] = /name="csrf" value="([^"]+)"/.exec(page) ?? [];
  const form = new URLSearchParams({ csrf, username: user.email, password: user.password });
  const answered = await visit(login, { method: "POST", body: form });
  const resume = addressAfter(answered, login);
  return addressAfter(await visit(resume), resume);
}

/** Keeps cookies and follows no redirect by itself; needs no socket, so no trust in a certificate. */
function newBrowser(tenant: Tenant) {
  const cookies = new Map<string, string>();
  return async (address: URL, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await tenant.fetch(new Request(address, { headers: { cookie }, ...init }));
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = line.split(";")[0]?.split("=") ?? [];
      cookies.set(name, value);
    }
    return response;
  };
}

function addressAfter(response: Response, from: URL): URL {
  const location = response.headers.get("location");
  if (location === null) {
    throw new Error(`${from.pathname} answered ${response.status} and leads nowhere.`);
  }
  return new URL(location, from);
}
