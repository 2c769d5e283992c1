import { ClerkProvider, SignIn } from "@clerk/react";
import { createRoot } from "react-dom/client";
import { place } from "../../pages/config.js";

// The key names the host that the rest of Clerk's code and all that it knows come from, in base 64 and with a $ at its end.
const publishableKey = `pk_live_${btoa("clerk-api.bench.test$")}`;

createRoot(place()).render(
  <ClerkProvider publishableKey={publishableKey}>
    <SignIn routing="hash" />
  </ClerkProvider>,
);
