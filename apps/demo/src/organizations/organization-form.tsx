import type { ReactNode } from "react";
import { typedIn } from "../session/typed-in.js";
import { useWords } from "../words/use-words.js";
import { organizationWords } from "./organization-words.js";

interface OrganizationFormProps {
  readonly onChoose: (name: string) => void;
  readonly isWaiting?: boolean;
}

/** Asks for an organization's name; the local tenant's are at hand. */
export function OrganizationForm({
  onChoose,
  isWaiting = false,
}: OrganizationFormProps): ReactNode {
  const words = useWords(organizationWords);
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const name = typedIn(event.currentTarget, "organization").trim();
        if (!isWaiting) onChoose(name);
      }}
    >
      <label htmlFor="organization">{words.name}</label>
      <input
        id="organization"
        name="organization"
        list="organizations"
        required
        dir="ltr"
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        defaultValue="analytical-society"
      />
      <datalist id="organizations" aria-label={words.name}>
        <option value="analytical-society">Analytical Society</option>
        <option value="observatory">Royal Observatory</option>
      </datalist>
      <button className="button" aria-disabled={isWaiting}>
        {words.go}
      </button>
    </form>
  );
}
