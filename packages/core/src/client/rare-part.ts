/** What few visits of a page call for. */
export { customTokenExchange } from "../flows/exchange-token.js";
export { loginWithPopup } from "../flows/login-with-popup.js";
export { proveIdentity } from "../flows/prove-identity.js";
export { userInfo } from "../flows/user-info.js";
