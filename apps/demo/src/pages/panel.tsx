import { AuthPanel, type AuthPanelView } from "@portico/components";
import { useState, type ReactNode } from "react";
import { navigate, useAddress } from "../routing/address.js";
import { returnToOf } from "../routing/return-to.js";
import { Entrance } from "../session/entrance.js";
import { useSignUpForm } from "../session/sign-up-form.js";
import { useWords } from "../words/use-words.js";

/** Every way in on one card in the page; the start page has the same card in a dialog. */
export default function Panel(): ReactNode {
  const returnTo = returnToOf(useAddress());
  const title = useWords({ en: "Sign in or create an account", ar: "تسجيل الدخول أو إنشاء حساب" });
  const signup = useSignUpForm();
  const [view, setView] = useState<AuthPanelView>("login");
  return (
    <Entrance title={title} isHolding={view === "mfa"}>
      <AuthPanel
        views={views}
        onViewChange={setView}
        connections={["google-oauth2", "github"]}
        appState={{ returnTo }}
        signup={signup}
        onAuthenticated={() => navigate(returnTo, { replace: true })}
      />
    </Entrance>
  );
}

const views: readonly AuthPanelView[] = ["login", "signup", "passwordless", "reset", "mfa"];
