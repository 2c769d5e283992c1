/** What a client loads for a visit at the tenant's pages, and for the way back. */
export {
  hostedLoginUrl as buildAuthorizeUrl,
  loginWithConnection,
} from "../flows/login-with-connection.js";
export { finishRedirect } from "./finish-redirect.js";
