import { isAuthError, useAuthClient, type AuthError, type User } from "@portico/react";
import { useState } from "react";

/** What is known about the call. */
export type UserInfoState =
  | { readonly status: "idle" | "pending" }
  | { readonly status: "succeeded"; readonly user: User }
  | { readonly status: "failed"; readonly error: AuthError };

/** The user as the tenant knows them now, asked for by hand. */
export function useUserInfo(): { readonly state: UserInfoState; readonly ask: () => void } {
  const client = useAuthClient();
  const [state, setState] = useState<UserInfoState>({ status: "idle" });

  async function call(): Promise<void> {
    setState({ status: "pending" });
    try {
      setState({ status: "succeeded", user: await client.userInfo() });
    } catch (error) {
      if (!isAuthError(error)) throw error;
      setState({ status: "failed", error });
    }
  }
  return { state, ask: () => void (state.status === "pending" || call()) };
}
