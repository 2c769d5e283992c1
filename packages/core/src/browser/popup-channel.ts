import type { CallOptions } from "../transport/deadline.js";
import type { PopupWindow } from "./popup-window.js";

/** Which window to listen to, and for which response. */
export interface PopupResponseRequest extends CallOptions {
  readonly popup: PopupWindow;
  readonly state: string;
  /** The origin of the page that relays the response: the one of the redirect URI. */
  readonly origin: string;
  /** Milliseconds. */
  readonly deadline: number;
}

/** The response as it stood in the popup's address. */
export interface PopupResponse {
  readonly search: string;
  readonly hash: string;
}

/** STUB */
export function popupResponse(_request: PopupResponseRequest): Promise<PopupResponse> {
  throw new Error("stub");
}
