import type { WebMessageRequest, WebMessageResponse } from "../browser/web-message.js";

/** Stands before auth0-js, which looks neither at the origin of a message nor at the window it comes from. */
export interface MessageGuard {
  /** The tenant's answer, once it has come. */
  response(): WebMessageResponse | undefined;
  /** Takes away the guard, the iframe, and what auth0-js still waits with. */
  end(): void;
}

/**
 * Keeps from auth0-js every message that it would act on and that is not the tenant's answer in the iframe of `url`.
 * Messages of others are left alone: other code of the page waits for them.
 */
export function guardMessages({
  url,
  origin,
  state,
}: Pick<WebMessageRequest, "url" | "origin" | "state">): MessageGuard {
  const address = new URL(url).href;
  let response: WebMessageResponse | undefined;
  const frame = () => [...document.querySelectorAll("iframe")].find(({ src }) => src === address);

  const onMessage = (event: MessageEvent<unknown>): void => {
    const { data } = event;
    if (!isObject(data) || data["type"] !== "authorization_response") return;
    const given = data["response"];
    const isOfAnotherCall = isPresent(given) && stateOf(given) !== state;
    if (isOfAnotherCall) return;
    const source = frame()?.contentWindow;
    if (isObject(given) && source && event.source === source && event.origin === origin) {
      response ??= given;
    } else {
      event.stopImmediatePropagation();
    }
  };
  window.addEventListener("message", onMessage, true);

  return {
    response: () => response,
    end() {
      window.removeEventListener("message", onMessage, true);
      // auth0-js cannot be told to stop, so it is told that it has its answer.
      if (!response) window.dispatchEvent(endOf(state));
      frame()?.remove();
    },
  };
}

function endOf(state: string): MessageEvent {
  const response = { state, error: "ended" };
  return new MessageEvent("message", { data: { type: "authorization_response", response } });
}

/** What auth0-js would read of it; it throws over `null` and `undefined`. */
function stateOf(response: NonNullable<unknown>): unknown {
  return (response as { state?: unknown }).state;
}

function isPresent(value: unknown): value is NonNullable<unknown> {
  return value !== null && value !== undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
