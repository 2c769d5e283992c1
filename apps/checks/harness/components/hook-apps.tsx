import { useAuthClient, useCheckSession, useUser, type AuthError } from "@portico/react";
import { Login } from "@portico/components";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";

/** What an app hears of a call of its own. */
interface Told {
  readonly onSuccess: (outcome: unknown) => void;
  readonly onError: (error: unknown) => void;
}

/** An app that asks the tenant anew who is signed in. */
export function Renewal({ onSuccess, onError }: Told): ReactNode {
  const { state, check } = useCheckSession();
  const renew = async () => {
    const result = await check();
    if (result.status === "failed") onError(result.error);
    else onSuccess(result.outcome);
  };
  return useUser() ? (
    <OneCall label="Renew" state={state.status} failure={errorOf(state)} run={renew} />
  ) : (
    <Login />
  );
}

/** An app that keeps what the tenant tells of the user in its query cache. */
export function UserInfo({ onSuccess, onError }: Told): ReactNode {
  const client = useAuthClient();
  const { data, error, isFetching, refetch } = useQuery<object, AuthError>({
    queryKey: ["user-info"],
    queryFn: ({ signal }) => client.userInfo({ signal }),
    enabled: false,
    retry: false,
  });
  const ask = async () => {
    const result = await refetch();
    if (result.error) onError(result.error);
    else onSuccess(data);
  };
  const failure = error ?? undefined;
  return useUser() ? (
    <OneCall label="Ask" state={isFetching ? "pending" : "ready"} failure={failure} run={ask} />
  ) : (
    <Login />
  );
}

/** What no app may do: what is typed ends up everywhere. */
export function Leaky({ onError }: Told): ReactNode {
  const queryClient = useQueryClient();
  const [, setTyped] = useState("");
  const { mutate } = useMutation({ mutationFn: async (typed: string) => void typed });
  const leak = (typed: string) => {
    setTyped(typed);
    mutate(typed);
    queryClient.setQueryData(["typed"], { typed });
    onError(Object.defineProperty(new Error("refused"), Symbol("original"), { value: { typed } }));
    sessionStorage.setItem("typed", btoa(typed));
    document.cookie = `typed=${typed}`;
    history.replaceState({ typed }, "", `?typed=${encodeURIComponent(typed)}`);
    window.name = typed;
    new Image().src = `./icon.svg?typed=${typed}`;
    document.body.dataset["typed"] = typed;
    console.info(typed);
  };
  return (
    <>
      <label>
        E-mail <input onChange={({ target }) => leak(target.value)} />
      </label>
      <button>Nothing</button>
    </>
  );
}

interface OneCallProps {
  readonly label: string;
  readonly state: string;
  readonly failure: AuthError | undefined;
  readonly run: () => Promise<void>;
}

function OneCall({ label, state, failure, run }: OneCallProps): ReactNode {
  return (
    <>
      <button data-state={state} onClick={() => void run()}>
        {label}
      </button>
      <p>{failure?.message}</p>
    </>
  );
}

function errorOf(state: { readonly status: string; readonly error?: AuthError }) {
  return state.error;
}
