import type { PopupFeatures } from "../browser/popup-window.js";
import type { AppState } from "../transaction/transaction.js";
import type { CallOptions } from "../transport/deadline.js";
import type { FlowContext, LoginVia, TokenParams } from "./flow-context.js";
import type { LoginOutcome } from "./outcome.js";

/** What `reauthenticate` takes. */
export type ReauthenticateParams = TokenParams &
  CallOptions & {
    /** Seconds since the last sign-in that are still fresh enough; 0, which always asks, if not given. */
    readonly maxAge?: number | undefined;
    /** The kinds of authentication that are asked for, separated by spaces. */
    readonly acrValues?: string | undefined;
    readonly appState?: AppState | undefined;
  } & (
    | { readonly via: "redirect"; readonly password?: undefined }
    | { readonly via: "popup"; readonly password?: undefined; readonly popup?: PopupFeatures }
    | {
        readonly via?: Exclude<LoginVia, "redirect"> | undefined;
        /** Sent as it is, never kept. */
        readonly password: string;
        /** The database connection, if another than the configuration's. */
        readonly connection?: string | undefined;
      }
  );

/**
 * Has the user of the session prove themselves again, unless they did so within `maxAge`. Nobody else can take the
 * session over by it. Throws `user_changed`, `invalid_token` with the reason `authentication_time`, and as the
 * login does that it travels by.
 */
export async function reauthenticate(
  _context: FlowContext,
  _params: ReauthenticateParams,
): Promise<LoginOutcome> {
  throw new Error("stub");
}
