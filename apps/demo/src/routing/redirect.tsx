import { useEffect } from "react";
import { navigate } from "./address.js";

/** Goes to another page as soon as it is shown, in place of the current one. */
export function Redirect({ to }: { readonly to: string }): null {
  useEffect(() => navigate(to, { replace: true }), [to]);
  return null;
}
