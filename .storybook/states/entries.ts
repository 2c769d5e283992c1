import { placeError } from "../../packages/components/src/index.js";
import type { Exhibit, Scene } from "./scene.js";
import { refusalsOf, statesOf, type Refusal } from "./scenes-of.js";

/** One line of the explorer's list. */
export interface Entry {
  /** Part of the address, which takes no dots: the name of a state, or `login-invalid_credentials`. */
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly scene: Scene;
}

/** The states of a component, or the failures of one of its calls. */
export interface EntryGroup {
  readonly title: string;
  readonly isOpen: boolean;
  readonly entries: readonly Entry[];
}

const known = new WeakMap<Exhibit, readonly EntryGroup[]>();

/** What can be chosen of a component; the same objects every time. */
export function entriesOf(exhibit: Exhibit): readonly EntryGroup[] {
  const groups = known.get(exhibit) ?? [statesGroup(exhibit), ...callGroups(exhibit)];
  known.set(exhibit, groups);
  return groups;
}

/** The entry of an address, or else the first one. */
export function findEntry(groups: readonly EntryGroup[], id: string): Entry {
  const entries = groups.flatMap((group) => group.entries);
  const found = entries.find((entry) => entry.id === id) ?? entries[0];
  if (!found) throw new Error("A component has no states. Nothing can be shown. Give it some.");
  return found;
}

function statesGroup(exhibit: Exhibit): EntryGroup {
  const entries = statesOf(exhibit).map(([name, scene]) => {
    const title = inWords(name);
    return { id: name, title, about: "A state that it can be in.", scene };
  });
  return { title: "States", isOpen: true, entries };
}

function callGroups(exhibit: Exhibit): readonly EntryGroup[] {
  const refusals = refusalsOf(exhibit);
  const calls = new Set(refusals.map(({ call }) => call));
  return [...calls].map((call) => ({
    title: `${call} fails`,
    isOpen: false,
    entries: refusals.filter((refusal) => refusal.call === call).map(entryOf),
  }));
}

function entryOf({ call, code, scene }: Refusal): Entry {
  const place = placeError(code);
  return {
    id: `${call.replace(".", "-")}-${code}`,
    title: code,
    about: `When ${call} fails. Shown ${places[place] ?? `at the ${place}, where there is a field for it`}.`,
    scene,
  };
}

const places: Readonly<Record<string, string>> = {
  form: "with the form as a whole",
  hosted: "with the form, and the way on by the tenant's own page",
  nowhere: "nowhere, because the call was given up",
};

function inWords(name: string): string {
  const words = name.replaceAll("_", " ").replaceAll(/[A-Z]/g, (letter) => ` ${letter}`);
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}
