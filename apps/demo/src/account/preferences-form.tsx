import type { AuthError, FlowState, MetadataPatch, Profile } from "@portico/react";
import type { FormEvent, ReactNode } from "react";
import { useWords } from "../words/use-words.js";
import { Failure } from "./failure.js";

interface PreferencesFormProps {
  readonly metadata: Profile["userMetadata"];
  readonly updating: FlowState<Profile>;
  readonly onSave: (patch: MetadataPatch) => void;
}

/** The name in the title block, the practice, and how often Atrium writes. */
export function PreferencesForm({ metadata, updating, onSave }: PreferencesFormProps): ReactNode {
  const words = useWords(formWords);
  const textOf = (key: string) => (typeof metadata[key] === "string" ? metadata[key] : "");
  return (
    <form className="fields" method="post" onSubmit={(event) => onSave(patchOf(event))}>
      <label>
        {words.drawnBy}
        <input name="drawn_by" defaultValue={textOf("drawn_by")} autoComplete="name" />
      </label>
      <label>
        {words.practice}
        <input name="practice" defaultValue={textOf("practice")} autoComplete="organization" />
      </label>
      <label>
        {words.digest}
        <select name="digest" defaultValue={textOf("digest") || "weekly"}>
          <option value="daily">{words.daily}</option>
          <option value="weekly">{words.weekly}</option>
          <option value="never">{words.never}</option>
        </select>
      </label>
      <div className="act">
        <button className="button" aria-disabled={updating.status === "pending"}>
          {words.save}
        </button>
        <output>
          {updating.status === "pending" && words.saving}
          {updating.status === "succeeded" && words.saved}
          {updating.status === "failed" && <NotSaved error={updating.error} />}
        </output>
      </div>
    </form>
  );
}

function NotSaved({ error }: { readonly error: AuthError }): ReactNode {
  const words = useWords(formWords);
  return (
    <>
      {words.notSaved} <Failure error={error} />
    </>
  );
}

/** An empty field takes its key away. */
function patchOf(event: FormEvent<HTMLFormElement>): MetadataPatch {
  event.preventDefault();
  const entries = [...new FormData(event.currentTarget)];
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === "string" ? value.trim() || null : null]),
  );
}

const formWords = {
  en: {
    drawnBy: "Name in the title block",
    practice: "Practice",
    digest: "E-mail about reviews",
    daily: "Every morning",
    weekly: "Every Monday",
    never: "Never",
    save: "Save",
    saving: "Saving…",
    saved: "Saved.",
    notSaved: "Not saved.",
  },
  ar: {
    drawnBy: "الاسم في خانة العنوان",
    practice: "المكتب",
    digest: "رسائل المراجعات",
    daily: "كل صباح",
    weekly: "كل يوم اثنين",
    never: "أبدًا",
    save: "حفظ",
    saving: "جارٍ الحفظ…",
    saved: "تم الحفظ.",
    notSaved: "لم يُحفظ.",
  },
};
