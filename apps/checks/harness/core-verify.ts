import { crossOriginVerification } from "@portico/core/cross-origin-verification";

// The page that the tenant loads in an iframe to ask for the verifier of a login ticket.
const domain = new URLSearchParams(window.location.search).get("domain") ?? "";
crossOriginVerification({ domain });
