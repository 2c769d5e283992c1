import type { ReactNode } from "react";

/** The root attributes of a new user that a field may stand for. */
export type RootAttribute =
  | "given_name"
  | "family_name"
  | "name"
  | "nickname"
  | "picture"
  | "username"
  | "phone_number";

/** One more thing that a sign-up asks for. */
export type SignupField =
  | (RootPlace & (TypedField | ChoiceField | HiddenField))
  | (MetadataPlace & (TypedField | ChoiceField | TickField | HiddenField));

/** Becomes a root attribute of the user. */
interface RootPlace {
  readonly storage: "root";
  readonly name: RootAttribute;
}

/** Becomes a text in the user's metadata: at most 10 of them, of up to 500 characters. */
interface MetadataPlace {
  readonly storage?: "user_metadata" | undefined;
  /** The key in the metadata, and the name of the input: letters, digits, `_` and `-`. */
  readonly name: string;
}

interface AskedField<Value> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Whether it has to be filled in, chosen or ticked; false if not given. */
  readonly required?: boolean | undefined;
  readonly defaultValue?: DefaultValue<Value> | undefined;
  /** Judges what is filled in, in the app's own words. */
  readonly validate?: FieldValidator<Value> | undefined;
}

/** What is typed. A number is sent as it is typed, a date as `2026-12-31`. */
export interface TypedField extends AskedField<string> {
  readonly kind: "text" | "email" | "tel" | "number" | "date" | "textarea";
  /** What the browser may fill in; told by common names such as `given_name` if not given. */
  readonly autoComplete?: string | undefined;
}

/** What is chosen from a list. */
export interface ChoiceField extends AskedField<string> {
  readonly kind: "select";
  readonly options: Choices;
  readonly autoComplete?: string | undefined;
}

/** What is ticked: `"true"` or `"false"` in the metadata. */
export interface TickField extends AskedField<boolean> {
  readonly kind: "checkbox";
}

/** What goes along unseen. */
export interface HiddenField {
  readonly kind: "hidden";
  readonly defaultValue: DefaultValue<string>;
}

/** What a field starts with. A function is asked once, in the browser; what has been typed by then stays. */
export type DefaultValue<Value> =
  | Value
  | ((options: { readonly signal: AbortSignal }) => Value | Promise<Value>);

/** One line of a list. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The lines of a list, or what loads them when the form appears. */
export type Choices =
  | readonly Choice[]
  | ((options: { readonly signal: AbortSignal }) => Promise<readonly Choice[]>);

/**
 * Tells what is wrong with a value, in the reader's language, or nothing; or a schema of any library that follows
 * Standard Schema, whose messages are shown. It has to answer at once.
 */
export type FieldValidator<Value> = ((value: Value) => string | undefined) | StandardSchema;

/** As much of Standard Schema (standardschema.dev) as it takes to judge. */
export interface StandardSchema {
  readonly "~standard": {
    readonly validate: (value: unknown) => StandardResult | Promise<StandardResult>;
  };
}

interface StandardResult {
  readonly issues?: readonly { readonly message: string }[] | undefined;
}

/** Whether its value goes to the root of the user. */
export function isRootField(field: SignupField): field is SignupField & RootPlace {
  return field.storage === "root";
}

/** Whether it is ticked rather than filled in. */
export function isTickField(field: SignupField): field is SignupField & TickField {
  return field.kind === "checkbox";
}
