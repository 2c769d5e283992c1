/** What somebody calls for who can't log in yet. */
export { resetPassword } from "../flows/reset-password.js";
export { signup } from "../flows/signup.js";
