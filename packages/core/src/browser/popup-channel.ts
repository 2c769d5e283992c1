import { authError } from "../errors/auth-error.js";
import { isObject } from "../errors/is-object.js";
import { withDeadline, type CallOptions } from "../transport/deadline.js";
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

/** Milliseconds between two looks at the window. */
const beat = 200;
/** So many looks at a page from elsewhere, and the window is not being cut off any more. */
const enough = 3;

/**
 * Waits for the response that the popup's page hands over. Only a message of the right origin, window, type and
 * state counts. Throws `popup_closed`, `popup_unavailable`, `timeout` or `aborted`.
 */
export async function popupResponse(request: PopupResponseRequest): Promise<PopupResponse> {
  const end = new AbortController();
  try {
    return await withDeadline(request.deadline, request, () =>
      Promise.race([message(request, end.signal), closing(request.popup.window, end.signal)]),
    );
  } finally {
    end.abort();
  }
}

function message(
  { popup, state, origin }: PopupResponseRequest,
  signal: AbortSignal,
): Promise<PopupResponse> {
  return new Promise((resolve) => {
    const onMessage = ({ source, origin: from, data }: MessageEvent<unknown>) => {
      if (from !== origin || source !== popup.window) return;
      const response = readResponse(data, state);
      if (response) resolve(response);
    };
    window.addEventListener("message", onMessage, { signal });
  });
}

function readResponse(data: unknown, expected: string): PopupResponse | undefined {
  if (!isObject(data)) return undefined;
  const { type, state, search, hash } = data;
  if (type !== "popup_response" || state !== expected) return undefined;
  if (typeof search !== "string" || typeof hash !== "string") return undefined;
  return { search, hash };
}

/**
 * Browsers tell nobody that a window was closed. One that a Cross-Origin-Opener-Policy cuts off leaves the empty page,
 * and a moment later reads as closed too.
 */
function closing(popup: Window, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    let beatsElsewhere = 0;
    let wasClosed = false;
    const timer = setInterval(() => {
      // The window closes itself behind its message, which gets one beat to arrive.
      if (wasClosed) {
        const byUser = beatsElsewhere >= enough || !isElsewhere(popup);
        reject(authError(byUser ? "popup_closed" : "popup_unavailable"));
      }
      wasClosed = popup.closed;
      if (!wasClosed && isElsewhere(popup)) beatsElsewhere += 1;
    }, beat);
    signal.addEventListener("abort", () => clearInterval(timer));
  });
}

/** The address of another origin's page cannot be read, and the one of a window that was cut off neither. */
function isElsewhere(popup: Window): boolean {
  try {
    return popup.location.href !== "about:blank";
  } catch {
    return true;
  }
}
