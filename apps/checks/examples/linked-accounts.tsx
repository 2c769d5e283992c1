import { useIdentities, useLinkIdentity, useUnlinkIdentity } from "@portico/react";

export function LinkedAccounts() {
  const { identities = [] } = useIdentities();
  const linking = useLinkIdentity();
  const { state, unlinkIdentity } = useUnlinkIdentity();
  const failed =
    state.status === "failed" || (linking.step === "prove" && linking.state.status === "failed");
  return (
    <section aria-label="Your accounts">
      <ul>
        {identities.map((identity, index) => (
          <li key={identity.userId}>
            {identity.connection}{" "}
            {index > 0 && <button onClick={() => void unlinkIdentity(identity)}>Unlink</button>}
          </li>
        ))}
      </ul>
      {linking.step === "confirm" ? (
        <fieldset disabled={linking.state.status === "pending"}>
          <legend>Add {linking.proven.user.email} to this account?</legend>
          <button onClick={() => void linking.link()}>Add it</button>
          <button onClick={linking.cancel}>Leave it apart</button>
        </fieldset>
      ) : linking.step === "prove" ? (
        <button onClick={() => void linking.prove()}>Add another account</button>
      ) : (
        <output>It is yours now.</output>
      )}
      {failed && <p role="alert">Nothing was changed. Please try again.</p>}
    </section>
  );
}
