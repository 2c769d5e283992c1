import { useLogout } from "@portico/react";
import type { ReactNode } from "react";

/** Signs out here, in the other tabs and at the tenant, which sends the browser back to the start page. */
export function SignOut(): ReactNode {
  const { logout } = useLogout();
  return (
    <button
      type="button"
      className="button quiet"
      onClick={() => void logout({ returnTo: window.location.origin })}
    >
      Sign out
    </button>
  );
}
