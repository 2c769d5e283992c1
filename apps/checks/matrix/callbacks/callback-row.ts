import type { AuthErrorCode } from "@portico/core";

/** Where a response stands in the address. */
export type Channel = "fragment" | "query";

/** The names and values of a response as they stand in the address: in turn, and encoded. */
export type Fields = readonly (readonly [name: string, value: string])[];

/** What a transaction asks for. */
export type Asked = "code" | "tokens";

/**
 * What a callback ends as: a code, somebody who is signed in, or nothing at all, because what stands there is no
 * response and so stays in the address.
 */
export type End = AuthErrorCode | "signs in" | "nothing";

/** One malformed response; everything about it is right but for what its name says. */
export interface CallbackRow {
  readonly id: string;
  /** Changes what the tenant has really answered, or gives the text that takes its place. */
  readonly spoil: (real: Fields, channel: Channel) => Fields | string;
  readonly ends: Readonly<Record<Channel, End>>;
  /** Whether nobody has spent the transaction, so that the true response still signs in. */
  readonly keeps?: Readonly<Partial<Record<Channel, true>>>;
  /** What is asked for, where it is not tokens in the fragment and a code in the query. */
  readonly asks?: Readonly<Partial<Record<Channel, Asked>>>;
  /** What the tenant answers with, where it is not what was asked for. */
  readonly answers?: Asked | undefined;
  /** Where a code is asked to come back to, where it is not the query. */
  readonly asksMode?: Readonly<Partial<Record<Channel, "fragment">>>;
  /** The transaction waits in another tab, or has been redeemed before. */
  readonly transaction?: "another tab's" | "spent";
}

/** The rows of one class. */
export interface CallbackClass {
  readonly name: string;
  readonly rows: readonly CallbackRow[];
}

/** The parameter that proves who signs in: a token in the fragment, a code in the query. */
export function proofOf(channel: Channel): string {
  return channel === "fragment" ? "access_token" : "code";
}

export function valueOf(real: Fields, name: string): string {
  return real.find(([one]) => one === name)?.[1] ?? "";
}

/** The fields with another value, in its place. */
export function having(real: Fields, name: string, value: string): Fields {
  return real.map((field) => (field[0] === name ? [name, value] : field));
}

export function lacking(real: Fields, ...names: readonly string[]): Fields {
  return real.filter(([name]) => !names.includes(name));
}

export function renaming(real: Fields, name: string, to: string): Fields {
  return real.map((field) => (field[0] === name ? [to, field[1]] : field));
}

/** The text that stands behind `#` or `?`. */
export function textOf(fields: Fields | string): string {
  return typeof fields === "string"
    ? fields
    : fields.map(([name, value]) => `${name}=${value}`).join("&");
}

/** Ends that are the same in both channels. */
export function both(end: End): Readonly<Record<Channel, End>> {
  return { fragment: end, query: end };
}

export const keptInBoth = { fragment: true, query: true } as const;
