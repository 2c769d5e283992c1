import type { FieldPath } from "react-hook-form";
import type { Problem } from "../i18n/translate.js";
import type { AppSchema, Issue } from "./schema-resolver.js";
import type { FormValues } from "./form-control.js";
import type { FormShape } from "./use-auth-form.js";

/** What the app's own schema finds wrong with a form. */
export interface AppJudgement<Values extends FormValues> {
  /** What is wrong with single fields, in their order; the first thing of each. */
  readonly atFields: readonly {
    readonly name: FieldPath<Values>;
    /** As react-hook-form keeps it. */
    readonly error: { readonly type: string; readonly message: string };
  }[];
  /** The first thing that is about no field that is shown. */
  readonly ofAll: Problem | undefined;
}

/** What it takes to place the words of a schema. */
export type JudgedShape<Values extends FormValues> = Pick<
  FormShape<Values>,
  "fields" | "unseen" | "secrets"
>;

/** Has the app's own schema judge a form. Never rejects: where the schema throws, the form as a whole is refused. */
export async function judgeByApp<Values extends FormValues>(
  schema: AppSchema<Values>,
  values: Values,
  { fields, unseen = [], secrets }: JudgedShape<Values>,
): Promise<AppJudgement<Values>> {
  // An empty secret that our own rules let pass is not asked for.
  const unasked: readonly unknown[] = secrets.filter((name) => !values[name]);
  const shown = fields.filter((name) => !unseen.includes(name));
  const issues = (await issuesOf(schema, { ...values })).filter(
    ({ name }) => !unasked.includes(name),
  );
  const atFields = shown.flatMap((name) => {
    const issue = issues.find((one) => one.name === name);
    return issue ? [{ name, error: errorOf(issue.message) }] : [];
  });
  const other = issues.find(({ name }) => !shown.some((one) => one === name));
  return { atFields, ofAll: other && (other.message ? { refusal: other.message } : "refused") };
}

interface Found {
  /** The first step of the path. */
  readonly name: unknown;
  readonly message: string;
}

async function issuesOf<Values>(schema: AppSchema<Values>, values: Values): Promise<Found[]> {
  try {
    const { issues = [] } = await schema["~standard"].validate(values);
    return issues.map(({ path, message }) => ({ name: nameIn(path), message }));
  } catch (error) {
    // The reader learns that it did not work; what is wrong with it is for whoever wrote it.
    reportError(error);
    return [{ name: undefined, message: "" }];
  }
}

/** A step of a path may be an object with a key. */
function nameIn(path: Issue["path"]): unknown {
  const [step] = path ?? [];
  return typeof step === "object" && step !== null && "key" in step ? step.key : step;
}

function errorOf(message: string): { readonly type: string; readonly message: string } {
  return message ? { type: "refusal", message } : { type: "validation", message: "refused" };
}
