import { useProfile, type AuthErrorCode } from "@portico/react";

export function Account() {
  const { profile, error, updateMetadata, updating, refetch } = useProfile();
  if (!profile && !error) return <output>One moment…</output>;
  if (!profile) {
    return (
      <p role="alert">
        {wordsFor(error.code)} <button onClick={() => void refetch()}>Try again</button>
      </p>
    );
  }
  const { city } = profile.userMetadata;
  return (
    <section aria-labelledby="account">
      <h2 id="account">{profile.name}</h2>
      <p>{typeof city === "string" ? `Lives in ${city}` : "Lives somewhere"}</p>
      <form
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          const typed = String(new FormData(event.currentTarget).get("city"));
          void updateMetadata({ city: typed || null });
        }}
      >
        <label>
          City <input name="city" autoComplete="address-level2" />
        </label>
        <button>Save</button>
        {updating.status === "failed" && <p role="alert">{wordsFor(updating.error.code)}</p>}
      </form>
    </section>
  );
}

function wordsFor(code: AuthErrorCode): string {
  return code === "insufficient_scope" ? "You may not do this." : "That did not work.";
}
