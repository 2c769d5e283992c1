import { createAuthClient } from "@portico/core";
import { clientId, domain } from "../config.js";

const auth = createAuthClient({ domain, clientId });
let started: Promise<unknown> | undefined;

window.renew = async () => {
  await (started ??= auth.start());
  return auth.getAccessToken();
};
