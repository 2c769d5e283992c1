import type { ReactNode } from "react";

/**
 * A connection that an app offers: its name at the tenant, or that with what to show for it. It is named by the app's
 * own code, never by an address.
 */
export type ConnectionItem = string | ConnectionDetails;

/** A connection with what to show for it. */
export interface ConnectionDetails {
  /** Its name at the tenant. */
  readonly connection: string;
  /** Auth0's name for its kind, such as `google-oauth2` or `samlp`; the connection's own name if not given. */
  readonly strategy?: string | undefined;
  /** Its name in words; the strategy's if not given. */
  readonly label?: string | undefined;
  /** Its mark, 20 px square; the strategy's if not given. Names nothing: the words beside it do. */
  readonly icon?: ReactNode;
  /**
   * The button's colour, as in CSS, and that of the words on it; quiet like every button if not given. Either is one
   * colour for light and dark unless it is a `light-dark()`. Words that can be read on it, 4.5:1, are the app's duty.
   */
  readonly background?: string | undefined;
  readonly color?: string | undefined;
  /** Further scopes at the identity provider. */
  readonly scope?: readonly string[] | undefined;
}

/** A connection as people see it. */
export interface DescribedConnection {
  readonly connection: string;
  readonly name: string;
  readonly icon: ReactNode;
  readonly background: string | undefined;
  readonly color: string | undefined;
  readonly scope: readonly string[] | undefined;
}
