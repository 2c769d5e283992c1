import auth0 from "auth0-js";
import { keepOptions } from "./auth0-js-options.js";

declare global {
  interface Window {
    auth0: typeof auth0;
    keepOptions: typeof keepOptions;
  }
}

Object.assign(window, { auth0, keepOptions });
