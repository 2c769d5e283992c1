import { newSecret } from "../tokens/secret.js";
import {
  checkFaultRule,
  stageOf,
  type Fault,
  type FaultRule,
  type FaultStage,
  type NewFaultRule,
} from "./fault-rule.js";

/** The request a rule is held against. */
export interface FaultSubject {
  readonly method: string;
  readonly path: string;
  readonly clientId: string | undefined;
  readonly username: string | undefined;
}

/** Faults on request: nothing goes wrong unless a rule was added. */
export interface FaultSwitch {
  add(rule: NewFaultRule): FaultRule;
  list(): FaultRule[];
  clear(): void;
  /** The first rule's fault that is due at this stage of this request; counts the hit. */
  take(stage: FaultStage, subject: FaultSubject): Fault | undefined;
}

interface Entry {
  readonly rule: Required<NewFaultRule>;
  seen: number;
  hits: number;
}

export function createFaultSwitch(): FaultSwitch {
  let entries: Entry[] = [];
  const ruleOf = (entry: Entry): FaultRule => ({ ...entry.rule, hits: entry.hits });

  return {
    add(input) {
      const { id = newSecret(6), match = {}, times = 1, after = 0, fault } = checkFaultRule(input);
      const entry: Entry = { rule: { id, match, times, after, fault }, seen: 0, hits: 0 };
      entries.push(entry);
      return ruleOf(entry);
    },
    list: () => entries.map(ruleOf),
    clear() {
      entries = [];
    },
    take(stage, subject) {
      const due = entries.find(
        (entry) =>
          stageOf(entry.rule.fault) === stage && matches(entry, subject) && countsAsDue(entry),
      );
      if (!due) return undefined;
      due.hits += 1;
      return due.rule.fault;
    },
  };
}

function countsAsDue(entry: Entry): boolean {
  entry.seen += 1;
  const { after, times } = entry.rule;
  return entry.seen > after && (times === "always" || entry.hits < times);
}

function matches({ rule: { match } }: Entry, subject: FaultSubject): boolean {
  // A preflight is spared unless a rule asks for it: it would use up the fault unseen.
  if (subject.method === "OPTIONS" && match.method !== "OPTIONS") return false;
  return (
    (match.method === undefined || match.method === subject.method) &&
    (match.path === undefined || match.path === subject.path) &&
    (match.clientId === undefined || match.clientId === subject.clientId) &&
    (match.username === undefined || match.username === subject.username)
  );
}
