import type { ReactNode } from "react";
import { Claims } from "./claims.js";
import { Failure } from "./failure.js";
import { useUserInfo } from "./use-user-info.js";

/** Calls the tenant's own API with the access token and shows what it answers. */
export function UserInfoSection(): ReactNode {
  const { state, ask } = useUserInfo();
  return (
    <section className="sheet" aria-labelledby="user-info">
      <h2 id="user-info">What the tenant says now</h2>
      <p>The ID token is from your sign-in. This asks again.</p>
      <div className="act">
        <button
          type="button"
          className="button quiet"
          aria-disabled={state.status === "pending"}
          onClick={ask}
        >
          Call /userinfo with the access token
        </button>
        <output>
          {state.status === "pending" && "Asking the tenant…"}
          {state.status === "succeeded" && "The tenant answered:"}
          {state.status === "failed" && <Failure error={state.error} />}
        </output>
      </div>
      {state.status === "succeeded" && <Claims of={state.user} />}
    </section>
  );
}
