import type { Results } from "./bench.js";
import type { Series } from "./growth.js";

/** What Portico means to keep to beside the others. */
export interface Goal {
  readonly name: string;
  readonly most: number;
  readonly unit: string;
  readonly measured: number;
  /** Where its cost comes from, if it is known and stays. */
  readonly why?: string | undefined;
}

/** The goals that the results say something about. */
export function goalsOf(results: Results): readonly Goal[] {
  const { bytes, walk, load, typing, signIn, renewal, growth } = results;
  const floor = bytes?.["react"]?.initial.gzip ?? Number.NaN;
  const loaded = (name: string) => (bytes?.[name]?.scripts?.gzip ?? Number.NaN) - floor;
  const panel = bytes?.["auth-panel"];
  const portico = renewal?.["renew-portico"];
  const beside = (name: string, of?: Readonly<Record<string, number>>) =>
    (of?.[name] ?? Number.NaN) / (of?.["auth0-js"] ?? Number.NaN);
  const usable = (conditions: "fast" | "slow") =>
    beside("login", members(load?.[conditions], "usable"));
  const goals: readonly Goal[] = [
    goal("`Login`, all that its page loads, over React", 45, "kB gzip", loaded("login") / 1000),
    goal(
      "`AuthPanel` with every flow, what its form needs, over React",
      45,
      "kB gzip",
      panel ? (panel.initial.gzip - floor) / 1000 : Number.NaN,
    ),
    goal(
      "The same, all that it has loaded once every flow was gone through, over React",
      60,
      "kB gzip",
      ((walk?.steps.at(-1)?.scripts.gzip ?? Number.NaN) - floor) / 1000,
      everyFlow(walk),
    ),
    goal("Load to a usable form, beside auth0-js", 0.95, "×", usable("fast"), firstRender(load)),
    goal("The same on a slow phone", 0.95, "×", usable("slow")),
    goal("Renders for each key in `Login`", 0, "", typing?.["login"]?.renders ?? Number.NaN),
    goal("Hidden frames for ten calls at once", 1, "", portico?.first.frames ?? Number.NaN),
    goal("Hidden frames for ten more", 0, "", portico?.again.frames ?? Number.NaN),
    goal("Hidden frames for five tabs at once", 1, "", portico?.tabs.frames ?? Number.NaN),
    goal(
      "Login from click to signed in, beside auth0-js",
      1,
      "×",
      beside("login", members(signIn, "milliseconds")),
    ),
    goal("Steepest growth of all series, as an exponent: 1 is linear", 1, "", steepest(growth)),
    goal(
      "The same of sessions, which are to stay flat",
      0.1,
      "",
      steepest(growth?.filter(isOfSessions)),
    ),
  ];
  return goals.filter(({ measured }) => !Number.isNaN(measured));
}

/** A walk takes the code and the words of every flow, and the libraries that any of them needs. */
function everyFlow(walk: Results["walk"]): string | undefined {
  const of = (name: string) => (walk?.origins.find((one) => one.name === name)?.gzip ?? 0) / 1000;
  const libraries = of("react-hook-form") + of("zod");
  if (libraries === 0) return undefined;
  const core = of("@portico/core");
  return `react-hook-form and zod are ${libraries.toFixed(1)} of it, the core with its part of every flow ${core.toFixed(1)}, and the rest is the flows' forms and words`;
}

/** What is neither the form's looks nor the client is its components, which run for the first time. */
function firstRender(load: Results["load"]): string | undefined {
  const [markup, hooks, reference] = ["markup", "hooks", "auth0-js"].map(
    (name) => load?.fast[name]?.usable,
  );
  if (!markup || !hooks || !reference) return undefined;
  const [looks, client] = [markup, hooks].map((value) => (value / reference).toFixed(2));
  return `its HTML and CSS alone take ${looks}, hooks with a bare form ${client}, and the rest is its components' first run`;
}

/** The largest power of the count that a value grows with, from the least count to the most. */
function steepest(all: readonly Series[] | undefined): number {
  const powers = (all ?? []).flatMap(({ counts, values }) =>
    Object.values(values).map((of) => power(ratio(of), ratio(counts))),
  );
  return powers.length > 0 ? Math.max(...powers) : Number.NaN;
}

/** What a renewal costs, however many components read the session; tabs have a goal of their own. */
function isOfSessions({ of }: Series): boolean {
  return of.startsWith("components");
}

function ratio(values: readonly number[]): number {
  return (values.at(-1) ?? 1) / (values[0] ?? 1);
}

/** Nothing that stays nothing has not grown. */
function power(value: number, count: number): number {
  return Number.isNaN(value) ? 0 : Math.log(value) / Math.log(count);
}

function goal(name: string, most: number, unit: string, measured: number, why?: string): Goal {
  return { name, most, unit, measured, why };
}

function members<Name extends string>(
  samples: Readonly<Record<string, Readonly<Record<Name, number>>>> | undefined,
  name: Name,
): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(samples ?? {}).map(([key, one]) => [key, one[name]]));
}
