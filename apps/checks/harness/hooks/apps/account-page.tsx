import { managementKeys, profileOptions, useAuthClient, useLogout, useUser } from "@portico/react";
import { QueryClient, QueryClientProvider, useSuspenseQuery } from "@tanstack/react-query";
import { Suspense, useEffect } from "react";
import { Account } from "../../../examples/account.js";
import { LinkedAccounts } from "../../../examples/linked-accounts.js";
import { PasswordLogin } from "../../../examples/password-login.js";

declare global {
  interface Window {
    /** Everything that the app's own cache holds, and how many entries of it are ours. */
    cached?: () => { readonly text: string; readonly entries: number };
  }
}

const queryClient = new QueryClient();

/** An app with a `QueryClient` of its own: login, the account, the accounts linked to it, and a sign-out. */
export function AccountPage() {
  return (
    <QueryClientProvider client={queryClient}>
      <Home />
    </QueryClientProvider>
  );
}

function Home() {
  const client = useAuthClient();
  const user = useUser();
  const { logout } = useLogout();
  useEffect(() => {
    window.cached = () => contentOf(managementKeys.all(client));
  }, [client]);
  if (!user) return <PasswordLogin />;
  return (
    <>
      <Account />
      <LinkedAccounts />
      <Suspense fallback="…">
        <Since sub={user.sub} />
      </Suspense>
      <button onClick={() => void logout({ local: true })}>Sign out here</button>
    </>
  );
}

/** A reader of the same entry that is none of our hooks. */
function Since({ sub }: { readonly sub: string }) {
  const { data } = useSuspenseQuery(profileOptions(useAuthClient(), sub));
  return <p>{`Logins: ${data.loginsCount}`}</p>;
}

function contentOf(queryKey: readonly unknown[]) {
  const queries = queryClient.getQueryCache().getAll();
  const mutations = queryClient.getMutationCache().getAll();
  const text = JSON.stringify([
    queries.map(({ queryKey: key, state, options }) => [key, state, options]),
    mutations.map(({ state, options }) => [state, options]),
  ]);
  const own = queryClient.getQueriesData({ queryKey });
  return { text, entries: own.filter(([, data]) => data !== undefined).length };
}
