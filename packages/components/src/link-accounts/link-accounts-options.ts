import type { AuthError, Identity, PopupFeatures } from "@portico/react";
import type { ConnectionItem } from "../connections/connection-item.js";
import type { ShownValues } from "../form/sign-in-events.js";
import type { LinkAccountsStep } from "./link-accounts-step.js";

/** What `useLinkAccounts` takes; all of it optional. */
export interface LinkAccountsOptions {
  /** The connections of which an account may be linked, in their order; none if not given. */
  readonly connections?: readonly ConnectionItem[] | undefined;
  /** Lets an address or a number be linked by a code, without a window; false if not given. */
  readonly passwordless?: "email" | "sms" | false | undefined;
  /** Size and place of windows. */
  readonly popup?: PopupFeatures | undefined;
  /** Called with the connection's name when its button was pressed, before anything else happens. */
  readonly onConnectionClick?: ((connection: string) => void) | undefined;
  /** Called when an address or a number, or a code, is about to be sent: never with the code. */
  readonly onSubmit?: ((values: ShownValues) => void) | undefined;
  readonly onLinked?: ((identity: Identity) => void) | undefined;
  readonly onUnlinked?: ((identity: Identity) => void) | undefined;
  /** Called besides with what was done. */
  readonly onSuccess?: ((change: AccountChange) => void) | undefined;
  /** Called when another step is shown. */
  readonly onViewChange?: ((view: LinkAccountsStep["step"]) => void) | undefined;
  /** Called with every failure of a call that the reader has asked for, unless they gave it up. */
  readonly onError?: ((error: AuthError) => void) | undefined;
}

/** An account that leads to the user from now on, or no more. */
export interface AccountChange {
  readonly kind: "linked" | "unlinked";
  readonly identity: Identity;
}
