import { Signup } from "@portico/components";
import type { ReactNode } from "react";
import { navigate, useAddress } from "../routing/address.js";
import { returnToOf } from "../routing/return-to.js";
import { Entrance } from "../session/entrance.js";
import { useSignUpForm } from "../session/sign-up-form.js";
import { rememberedEmail, rememberEmail } from "../session/typed-email.js";
import { useWords } from "../words/use-words.js";

/** Portico's sign-up, which asks for a name and a practice as well. */
export default function SignUp(): ReactNode {
  const address = useAddress();
  const title = useWords({ en: "Create your account", ar: "إنشاء حساب" });
  const form = useSignUpForm();
  return (
    <Entrance title={title}>
      <Signup
        {...form}
        defaultValues={{ email: rememberedEmail() }}
        appState={{ returnTo: returnToOf(address) }}
        onLogin={(email) => {
          rememberEmail(email);
          navigate(`/sign-in${address.search}`);
        }}
      />
    </Entrance>
  );
}
