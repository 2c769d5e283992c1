import auth0 from "auth0-js";
import { readOptions } from "./auth0-js-options.js";

// The page that the tenant loads in an iframe to ask for the verifier of a login ticket.
new auth0.WebAuth(readOptions()).crossOriginVerification();
