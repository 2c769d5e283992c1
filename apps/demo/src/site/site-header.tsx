import { useSession } from "@portico/react";
import { lazy, Suspense, type ReactNode } from "react";
import { useAddress } from "../routing/address.js";
import { Link } from "../routing/link.js";
import { useWords } from "../words/use-words.js";

const AccountDoor = lazy(() => import("./account-door.js"));

/** The name of the house, and the pages that this reader can go to. */
export function SiteHeader(): ReactNode {
  const { status } = useSession();
  const words = useWords(headerWords);
  return (
    <header className="site-header">
      <Link href="/" className="brand">
        Atrium
      </Link>
      <div className="doors">
        <nav aria-label="Atrium">
          {status === "anonymous" && <EntranceLinks />}
          {status === "authenticated" && <Link href="/projects">{words.projects}</Link>}
        </nav>
        {status === "authenticated" && (
          <Suspense fallback={<span className="menu-place" />}>
            <AccountDoor />
          </Suspense>
        )}
      </div>
    </header>
  );
}

/** From one form to the other the way back goes along. */
function EntranceLinks(): ReactNode {
  const { pathname, search } = useAddress();
  const words = useWords(headerWords);
  const query = /^\/(sign-|reset-password)/.test(pathname) ? search : "";
  return (
    <>
      <Link href={`/sign-in${query}`}>{words.signIn}</Link>
      <Link href={`/sign-up${query}`}>{words.signUp}</Link>
    </>
  );
}

const headerWords = {
  en: { projects: "Projects", signIn: "Sign in", signUp: "Create account" },
  ar: { projects: "المشاريع", signIn: "تسجيل الدخول", signUp: "إنشاء حساب" },
};
