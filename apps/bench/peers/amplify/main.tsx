import { Authenticator } from "@aws-amplify/ui-react";
import "@aws-amplify/ui-react/styles.css";
import { Amplify } from "aws-amplify";
import { createRoot } from "react-dom/client";
import { place } from "../../pages/config.js";

// A user pool that nobody has: it is not asked for anything before a form is sent.
Amplify.configure({
  Auth: {
    Cognito: {
      userPoolId: "us-east-1_benchbenc",
      userPoolClientId: "benchbenchbenchbenchbench1",
      loginWith: { email: true },
    },
  },
});

createRoot(place()).render(<Authenticator />);
