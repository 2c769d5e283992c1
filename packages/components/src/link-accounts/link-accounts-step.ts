import type {
  AuthError,
  FlowState,
  PasswordlessChallenge,
  PasswordlessStarted,
  ProvenIdentity,
} from "@portico/react";
import type { DescribedConnection } from "../connections/connection-item.js";
import type { Problem } from "../i18n/translate.js";
import type { ShownAccount } from "../parts/account-row.js";

/** Where a reader is who looks after their accounts; what can be done is at each step what can be done then. */
export type LinkAccountsStep =
  | NobodyStep
  | ListStep
  | AddressStep
  | CodeStep
  | ConfirmStep
  | UnlinkStep;

/** Nobody is signed in. */
export interface NobodyStep {
  readonly step: "nobody";
}

/** The accounts, and what can be linked. */
export interface ListStep {
  readonly step: "list";
  /** How the list itself is being read. */
  readonly reading: "pending" | "failed" | "succeeded";
  /** The main one first; none until they are known. */
  readonly accounts: readonly ShownAccount[];
  /** The connections of which no account is linked. */
  readonly offers: readonly AccountOffer[];
  /** What may be proven by a code, if that is asked for. */
  readonly byCode: "email" | "sms" | undefined;
  /** Opens a window in which the owner of the other account signs in. Call it in the click itself. */
  readonly link: (connection: string) => void;
  readonly linkByCode: () => void;
  /** Asks whether to. */
  readonly unlink: (account: ShownAccount) => void;
  readonly news: AccountNews | undefined;
  /** Where the reader comes back from: an account's id, a connection's name, or `code`. */
  readonly cameFrom: string | undefined;
  readonly isBusy: boolean;
  /** What the window that is open is for; undefined where none is. */
  readonly window: "proof" | "fresh_proof" | undefined;
  /** Closes it. */
  readonly cancel: () => void;
  /** Unlinks what was linked just now. */
  readonly undo: (() => void) | undefined;
  /** Reads the list again. */
  readonly retry: () => void;
  /** Has the reader sign in once more, in a window. Call it in the click itself. */
  readonly proveAgain: () => void;
}

/** A connection that may be linked. */
export interface AccountOffer extends DescribedConnection {
  readonly state: "ready" | "pending" | "held";
}

/** What has happened last. */
export type AccountNews =
  | { readonly kind: "linked" | "unlinked"; readonly account: ShownAccount }
  /** The other account signs the reader in already. */
  | { readonly kind: "already" }
  | {
      readonly kind: "failed";
      readonly error: AuthError;
      /** Where the failure has words of its own here. */
      readonly reason: "proveAgain" | "expired" | "noWindow" | "unknown" | undefined;
      /** Counts the failures, so that the same one twice can be told apart. */
      readonly attempt: number;
    };

/** Where the code goes to. */
export interface AddressStep {
  readonly step: "address";
  readonly channel: "email" | "sms";
  /** Where a code was sent to before. */
  readonly address: string | undefined;
  readonly state: FlowState<PasswordlessStarted>;
  /** Resolves what was wrong, if anything. `language` is the one that the message is wanted in. */
  readonly send: (to: CodeAddress, language?: string) => Promise<Problem | undefined>;
  readonly cancel: () => void;
}

/** An e-mail address, or a phone number in E.164. */
export type CodeAddress =
  | { readonly email: string; readonly phoneNumber?: undefined }
  | { readonly phoneNumber: string; readonly email?: undefined };

/** The code is on its way. */
export interface CodeStep {
  readonly step: "code";
  readonly challenge: PasswordlessChallenge;
  readonly state: FlowState<ProvenIdentity>;
  readonly sending: FlowState<PasswordlessStarted>;
  /** Resolves what was wrong, if anything. */
  readonly verify: (otp: string) => Promise<Problem | undefined>;
  readonly resend: () => void;
  /** Given where a code does not do: opens a window. Call it in the click itself. */
  readonly inWindow: (() => void) | undefined;
  readonly cancel: () => void;
}

/** The other account is proven; it is not linked yet. */
export interface ConfirmStep {
  readonly step: "confirm";
  readonly primary: ShownAccount;
  readonly other: ShownAccount;
  readonly isPending: boolean;
  readonly confirm: () => void;
  readonly cancel: () => void;
}

/** The reader is asked whether to unlink an account. */
export interface UnlinkStep {
  readonly step: "unlink";
  readonly account: ShownAccount;
  readonly isPending: boolean;
  readonly confirm: () => void;
  readonly cancel: () => void;
}
