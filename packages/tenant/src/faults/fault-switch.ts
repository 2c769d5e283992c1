import { newSecret } from "../tokens/secret.js";
import type { FaultMatch, FaultRule, NewFaultRule } from "./fault-rule.js";
import { checkFaultRule } from "./fault-schema.js";
import { faultsOf, type FaultOf, type FaultStage } from "./fault-table.js";
import { kindOf, withSettings, type TakenFault } from "./taken-fault.js";

/** The request a rule is held against. */
export interface FaultSubject {
  readonly method: string;
  /** The method that a preflight asks about. */
  readonly preflightFor: string | undefined;
  readonly path: string;
  readonly clientId: string | undefined;
  readonly grantType: string | undefined;
  /** Names, addresses and numbers of whom it is about. */
  readonly usernames: readonly string[];
}

/** Faults on request: nothing goes wrong unless a rule was added. */
export interface FaultSwitch {
  /** Throws a plain Error that names what is wrong with the rule. */
  add(rule: NewFaultRule): FaultRule;
  list(): FaultRule[];
  /** False if there is no such rule. */
  remove(id: string): boolean;
  clear(): void;
  isEmpty(): boolean;
  /**
   * The first rule's fault that is due at this stage of this request; counts the hit. Faults that
   * `applies` refuses mean nothing here and stay for another request.
   */
  take<Stage extends FaultStage>(
    stage: Stage,
    subject: FaultSubject,
    applies?: (kind: FaultOf<Stage>) => boolean,
  ): TakenFault<FaultOf<Stage>> | undefined;
}

interface Entry {
  readonly rule: Required<NewFaultRule>;
  seen: number;
  hits: number;
}

export function createFaultSwitch(): FaultSwitch {
  let entries: Entry[] = [];
  const ruleOf = (entry: Entry): FaultRule => ({ ...entry.rule, hits: entry.hits });

  function remove(id: string): boolean {
    const before = entries.length;
    entries = entries.filter(({ rule }) => rule.id !== id);
    return entries.length < before;
  }

  return {
    add(input) {
      const { id = newSecret(6), match = {}, times = 1, after = 0, fault } = checkFaultRule(input);
      const entry: Entry = { rule: { id, match, times, after, fault }, seen: 0, hits: 0 };
      remove(id);
      entries.push(entry);
      return ruleOf(entry);
    },
    list: () => entries.map(ruleOf),
    remove,
    clear() {
      entries = [];
    },
    isEmpty: () => entries.length === 0,
    take(stage, subject, applies = () => true) {
      const names = faultsOf(stage).filter(applies);
      const kindIn = ({ rule }: Entry) => names.find((name) => name === kindOf(rule.fault));
      const matching = entries.filter(
        (entry) => kindIn(entry) !== undefined && matches(entry.rule.match, subject, stage),
      );
      // Every rule counts the request, also where another one answers it.
      const [due] = matching.filter(countsAsDue);
      const kind = due && kindIn(due);
      if (!kind) return undefined;
      due.hits += 1;
      return withSettings(due.rule.fault, kind);
    },
  };
}

function countsAsDue(entry: Entry): boolean {
  entry.seen += 1;
  const { after, times } = entry.rule;
  return entry.seen > after && (times === "always" || entry.hits < times);
}

function matches(match: FaultMatch, subject: FaultSubject, stage: FaultStage): boolean {
  return (
    matchesMethod(match.method?.toUpperCase(), subject, stage) &&
    matchesPath(match.path, subject.path) &&
    (match.clientId === undefined || match.clientId === subject.clientId) &&
    (match.grantType === undefined || match.grantType === subject.grantType) &&
    matchesUser(match, subject.usernames)
  );
}

function matchesMethod(wanted: string | undefined, subject: FaultSubject, stage: FaultStage) {
  const { method, preflightFor } = subject;
  if (stage === "preflight") return [undefined, "OPTIONS", preflightFor].includes(wanted);
  // Any other fault spares preflights unless its rule asks for them: it would be used up unseen.
  return method === "OPTIONS" ? wanted === method : [undefined, method].includes(wanted);
}

/** What tests read the tenant by must not break along with what they test. */
function matchesPath(wanted: string | undefined, path: string): boolean {
  return wanted === undefined ? !path.startsWith("/_tenant/") : wanted === path;
}

function matchesUser(match: FaultMatch, usernames: readonly string[]): boolean {
  const whole = match.username?.toLowerCase();
  const part = match.usernameIncludes?.toLowerCase();
  if (whole === undefined && part === undefined) return true;
  return usernames
    .map((name) => name.toLowerCase())
    .some((name) => (whole === undefined || name === whole) && name.includes(part ?? ""));
}
