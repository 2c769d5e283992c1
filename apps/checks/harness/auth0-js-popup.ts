import auth0 from "auth0-js";
import { readOptions } from "./auth0-js-options.js";

// The page that a popup comes back to: it hands the response to the page that opened it.
new auth0.WebAuth(readOptions()).popup.callback({});
