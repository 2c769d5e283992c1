/** What only a verification needs, in one piece that is loaded while the tenant is still at work. */
export { importKey } from "./import-key.js";
export { verifyIdToken } from "./verify-id-token.js";
