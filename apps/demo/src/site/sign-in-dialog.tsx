import { AuthPanel, type AuthPanelView } from "@portico/components";
import type { ReactNode } from "react";
import { navigate } from "../routing/address.js";
import { useSignUpForm } from "../session/sign-up-form.js";

interface SignInDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Every way in, in front of the page. */
export function SignInDialog({ open, onClose }: SignInDialogProps): ReactNode {
  const signup = useSignUpForm();
  return (
    <AuthPanel
      dialog
      open={open}
      onClose={onClose}
      views={views}
      connections={["google-oauth2", "github"]}
      appState={{ returnTo: "/projects" }}
      signup={signup}
      onAuthenticated={() => navigate("/projects")}
    />
  );
}

const views: readonly AuthPanelView[] = ["login", "signup", "passwordless", "reset", "mfa"];
