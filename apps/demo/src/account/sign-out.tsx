import { useLogout } from "@portico/react";
import type { ReactNode } from "react";
import { useWords } from "../words/use-words.js";
import { Failure } from "./failure.js";

/**
 * Signs out here, in the other tabs and at the tenant, which sends the browser back to the start page; or leaves the
 * tenant's session alone, for whoever goes on in another app.
 */
export function SignOut(): ReactNode {
  const { state, logout } = useLogout();
  const words = useWords(signOutWords);
  return (
    <div className="act parting">
      <button
        type="button"
        className="button quiet"
        onClick={() => void logout({ returnTo: window.location.origin })}
      >
        {words.everywhere}
      </button>
      <button type="button" className="text" onClick={() => void logout({ local: true })}>
        {words.here}
      </button>
      <output>{state.status === "failed" && <Failure error={state.error} />}</output>
    </div>
  );
}

const signOutWords = {
  en: { everywhere: "Sign out", here: "Leave Atrium only, stay signed in at the tenant" },
  ar: { everywhere: "تسجيل الخروج", here: "الخروج من Atrium فقط مع البقاء لدى المستأجر" },
};
