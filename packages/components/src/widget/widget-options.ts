import type { AuthClient, AuthConfig, StartOptions } from "@portico/react";
import type { AuthPanelProps, ViewOptions } from "../auth-panel/auth-panel-props.js";
import type { Shown } from "./shown.js";

/**
 * What `mountAuthPanel` takes: how to reach the application at its tenant, or a client that is there already; what
 * to do when a redirect comes back; and all that the panel takes.
 */
export type WidgetOptions = WidgetPanelOptions & StartOptions & ClientOptions;

/** What the panel of a page without React takes; all of it optional. What tokens are for is the client's to know. */
export type WidgetPanelOptions = Omit<
  WithoutReact<AuthPanelProps>,
  keyof WidgetViews | "audience" | "scope" | "organization"
> &
  WidgetViews;

/** What single views get besides. */
export type WidgetViews = {
  readonly [View in keyof ViewOptions]: WithoutReact<NonNullable<ViewOptions[View]>> | undefined;
};

/** A configuration or a ready client, which must come from the widget too. */
export type ClientOptions =
  | (AuthConfig & { readonly client?: undefined })
  | ({ readonly client: AuthClient } & { readonly [Key in keyof AuthConfig]?: undefined });

/** The options of a component, with texts and nodes where it shows what React makes. */
export type WithoutReact<Options> = Omit<Options, "slots" | "style" | keyof ShownOptions> &
  Pick<ShownOptions, keyof ShownOptions & keyof Options>;

/** What is shown as it is given. */
export interface ShownOptions {
  readonly logo?: Shown;
  /** Replaces the title; null leaves it out. */
  readonly title?: Shown;
  /** Something to say before anything else, such as why the reader was signed out. */
  readonly message?: Shown;
  /** What the reader agrees to, with links to it. */
  readonly terms?: Shown;
}
