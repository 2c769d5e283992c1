import { createRoot } from "react-dom/client";
import { init, SuperTokensWrapper } from "supertokens-auth-react";
import EmailPassword from "supertokens-auth-react/recipe/emailpassword";
import { EmailPasswordPreBuiltUI } from "supertokens-auth-react/recipe/emailpassword/prebuiltui";
import Session from "supertokens-auth-react/recipe/session";
import { AuthPage } from "supertokens-auth-react/ui";
import { place } from "../../pages/config.js";

init({
  appInfo: {
    appName: "Bench",
    apiDomain: "https://supertokens-api.bench.test",
    websiteDomain: location.origin,
  },
  recipeList: [EmailPassword.init(), Session.init()],
});

createRoot(place()).render(
  <SuperTokensWrapper>
    <AuthPage preBuiltUIList={[EmailPasswordPreBuiltUI]} isSignUp={false} />
  </SuperTokensWrapper>,
);
