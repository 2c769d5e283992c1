import type { ReactNode } from "react";
import { useSiteWords } from "../words/use-words.js";

interface SampleUserProps {
  readonly user: { readonly email: string; readonly password: string };
  readonly onFillIn: () => void;
}

/** Somebody to sign in as; the password is to be read and typed, or left to the password manager. */
export function SampleUser({ user, onFillIn }: SampleUserProps): ReactNode {
  const { email, password } = user;
  const words = useSiteWords();
  return (
    <aside className="sample" aria-labelledby="sample">
      <h2 id="sample">{words.sample}</h2>
      <div className="sample-user">
        <dl>
          <div>
            <dt>{words.email}</dt>
            <dd>
              <bdi>{email}</bdi>
            </dd>
          </div>
          <div>
            <dt>{words.password}</dt>
            <dd>
              <bdi>{password}</bdi>
            </dd>
          </div>
        </dl>
        <button type="button" className="text" onClick={onFillIn}>
          {words.fillIn}
        </button>
      </div>
    </aside>
  );
}
