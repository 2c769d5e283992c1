import type { ReactNode } from "react";

interface SampleUserProps {
  readonly user: { readonly email: string; readonly password: string };
  readonly onFillIn: () => void;
}

/** Somebody to sign in as; the password is to be read and typed, or left to the password manager. */
export function SampleUser({ user, onFillIn }: SampleUserProps): ReactNode {
  const { email, password } = user;
  return (
    <aside className="sample" aria-labelledby="sample">
      <h2 id="sample">Sample user of the local tenant</h2>
      <div className="sample-user">
        <dl>
          <div>
            <dt>E-mail</dt>
            <dd>{email}</dd>
          </div>
          <div>
            <dt>Password</dt>
            <dd>{password}</dd>
          </div>
        </dl>
        <button type="button" className="text" onClick={onFillIn}>
          Fill in
        </button>
      </div>
    </aside>
  );
}
