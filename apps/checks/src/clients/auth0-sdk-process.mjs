import { createInterface } from "node:readline";
import { AuthenticationClient, UserInfoClient } from "auth0/legacy";

const clients = { AuthenticationClient, UserInfoClient };

/**
 * Calls the auth0 SDK in a process of its own: Node reads NODE_EXTRA_CA_CERTS only when it starts.
 * One call a line comes in, one outcome a line goes out.
 */
for await (const line of createInterface({ input: process.stdin })) {
  const { client, options, path, input } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(await outcomeOf(client, options, path, input))}\n`);
}

async function outcomeOf(client, options, path, input) {
  try {
    const { api, method } = find(new clients[client](options), path);
    const answer = await api[method](...input);
    // Most methods give a response, some only its data.
    return "status" in answer ? { status: answer.status, data: answer.data } : { data: answer };
  } catch (error) {
    const { name, message, statusCode, error: code } = error;
    return { failed: { name, message, statusCode, code } };
  }
}

/** `oauth.passwordGrant`: the method and the object that it belongs to. */
function find(client, path) {
  const names = path.split(".");
  const method = names.pop();
  return { api: names.reduce((api, name) => api[name], client), method };
}
