import { useState, type KeyboardEvent, type ReactNode } from "react";
import type { Messages } from "../../packages/components/src/index.js";
import { catalogue, type ComponentName } from "./catalogue.js";
import { entriesOf, findEntry, type Entry, type EntryGroup } from "./entries.js";
import { Stage } from "./stage.js";
import "./state-explorer.css";

/** What `StateExplorer` takes: what it shows first, as the address of the story says it. */
export interface StateExplorerProps {
  readonly component: ComponentName;
  /** The name of a state, or a call and a code: `login-invalid_credentials`. */
  readonly state: string;
  readonly words: Messages;
  /** Called with what was chosen, to be kept in the address. */
  readonly onChoose: (chosen: { component: ComponentName; state: string }) => void;
}

const names = Object.keys(catalogue) as ComponentName[];

/** Every state and every failure of every component, one at a time. */
export function StateExplorer(props: StateExplorerProps): ReactNode {
  const { component, state, words, onChoose } = props;
  const groups = entriesOf(catalogue[component]);
  const entry = findEntry(groups, state);
  const [round, setRound] = useState(0);
  const [isThere, setThere] = useState(true);
  const key = `${component} ${entry.id} ${words.locale} ${round}`;

  return (
    <div className="explorer">
      <div className="explorer-menu">
        <label className="explorer-pick">
          <span>Component</span>
          <select value={component} onChange={({ target }) => pick(target.value)}>
            {names.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <nav aria-label={`States of ${component}`}>
          {groups.map((group) => (
            <Group key={group.title} group={group} shown={entry} onChoose={choose} />
          ))}
        </nav>
      </div>
      <section className="explorer-view" aria-label="The component">
        <header className="explorer-about">
          <h1>{entry.title}</h1>
          <p>
            <bdi>{entry.about}</bdi>
          </p>
          <button type="button" onClick={() => setRound(round + 1)}>
            Play again
          </button>
        </header>
        <div className="explorer-stage">
          <Stage key={key} scene={entry.scene} words={words} onPlayed={setThere} />
        </div>
        <output className="explorer-status">
          {!isThere &&
            "The steps to this state did not get through. A fault of the toolbar may be on."}
        </output>
      </section>
    </div>
  );

  function pick(name: string): void {
    const next = names.find((one) => one === name);
    if (!next) return;
    setThere(true);
    onChoose({ component: next, state: "" });
  }

  function choose({ id }: Entry): void {
    setThere(true);
    onChoose({ component, state: id });
  }
}

interface GroupProps {
  readonly group: EntryGroup;
  readonly shown: Entry;
  readonly onChoose: (entry: Entry) => void;
}

function Group({ group, shown, onChoose }: GroupProps): ReactNode {
  const { title, entries } = group;
  return (
    <details open={group.isOpen || entries.includes(shown)}>
      <summary onKeyDown={moveFocus}>
        {title} <span className="explorer-count">{entries.length}</span>
      </summary>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              onKeyDown={moveFocus}
              aria-current={entry === shown ? "true" : undefined}
              onClick={() => onChoose(entry)}
            >
              {entry.title}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The arrow keys go up and down the list, folded groups left out. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const list = event.currentTarget.closest("nav");
  const stops = [
    ...(list?.querySelectorAll<HTMLElement>("summary, details[open] li > button") ?? []),
  ];
  const at = stops.indexOf(event.currentTarget);
  const next = stops[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
