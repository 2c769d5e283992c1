import { ResetPassword } from "@portico/components";
import type { ReactNode } from "react";
import { navigate, useAddress } from "../routing/address.js";
import { Entrance } from "../session/entrance.js";
import { InboxHint } from "../session/inbox-hint.js";
import { rememberedEmail, rememberEmail } from "../session/typed-email.js";
import { useWords } from "../words/use-words.js";

/** Has a link mailed to choose a new password. */
export default function NewPassword(): ReactNode {
  const { search } = useAddress();
  const title = useWords({ en: "Reset your password", ar: "إعادة تعيين كلمة المرور" });
  return (
    <Entrance title={title}>
      <ResetPassword
        defaultValues={{ email: rememberedEmail() }}
        onLogin={(email) => {
          rememberEmail(email);
          navigate(`/sign-in${search}`);
        }}
      />
      <InboxHint />
    </Entrance>
  );
}
