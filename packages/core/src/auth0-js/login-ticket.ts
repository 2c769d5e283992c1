import type { coAuthenticate, LoginTicket } from "../authentication/co-authenticate.js";
import { callEngine } from "./call-engine.js";
import type { Storage } from "./web-auth.js";

/** Trades credentials for a login ticket: POST /co/authenticate. Stops where auth0-js would leave the page with it. */
export const loginTicket: typeof coAuthenticate = (tenant, credentials, { signal }) => {
  const { username, realm } = credentials;
  const isOtp = "otp" in credentials;
  return callEngine<LoginTicket>(tenant, {
    endpoint: isOtp ? "co_authenticate_otp" : "co_authenticate",
    signal,
    secrets: [isOtp ? credentials.otp : credentials.password],
    invoke(webAuth, done) {
      const kept: KeptVerifier = {};
      webAuth.crossOriginAuthentication.storage = storageInto(kept);
      // It would leave without a ticket too.
      webAuth.authorize = (options) => done(null, { ...kept, ticket: options["loginTicket"] });
      // It insists on a transaction; what it notes is not used.
      const transaction = { responseType: "token" };
      if (!isOtp) {
        const { password } = credentials;
        return webAuth.login({ ...transaction, realm, username, password }, done);
      }
      const { otp: verificationCode } = credentials;
      // An address and a number are sent alike, as the user name.
      const message = { connection: realm, email: username, verificationCode };
      webAuth.passwordlessLogin({ ...transaction, ...message }, done);
    },
    read(result) {
      const { ticket, id, verifier } = result as KeptVerifier & { readonly ticket: unknown };
      if (typeof ticket !== "string" || ticket === "") return undefined;
      const canBeVerified = typeof id === "string" && typeof verifier === "string";
      return { ticket, ...(canBeVerified && { id, verifier }) };
    },
  });
};

interface KeptVerifier {
  id?: string | undefined;
  verifier?: unknown;
}

/** Where auth0-js puts the verifier of a ticket, under `co/verifier/<tenant>/<id>`. */
function storageInto(kept: KeptVerifier): Storage {
  return {
    getItem: () => null,
    setItem(key, verifier) {
      const id = key.split("/").at(-1);
      Object.assign(kept, { id: id && decodeURIComponent(id), verifier });
    },
    removeItem() {},
  };
}
