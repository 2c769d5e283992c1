import { isObject } from "../errors/is-object.js";
import { withDeadline, type CallOptions } from "../transport/deadline.js";

/** What to load in the hidden iframe and which answer to wait for. */
export interface WebMessageRequest extends CallOptions {
  readonly url: string;
  /** The only origin that may answer. */
  readonly origin: string;
  readonly state: string;
  /** Milliseconds. */
  readonly deadline: number;
}

/** The fields of an authorization response that arrived by message; nothing is checked but the state. */
export type WebMessageResponse = Readonly<Record<string, unknown>>;

/**
 * Asks `/authorize` in a hidden iframe and waits for its answer by `postMessage`. Only a message of the right
 * origin, window, type and state counts; every other one is as if it had not come. Throws `timeout` or `aborted`.
 */
export function webMessage(request: WebMessageRequest): Promise<WebMessageResponse> {
  const frame = document.createElement("iframe");
  let onMessage: ((event: MessageEvent<unknown>) => void) | undefined;
  const answer = withDeadline(
    request.deadline,
    request,
    () =>
      new Promise<WebMessageResponse>((resolve) => {
        onMessage = (event) => {
          if (event.origin !== request.origin || event.source !== frame.contentWindow) return;
          const response = readResponse(event.data);
          if (event.source && response?.["state"] === request.state) resolve(response);
        };
        window.addEventListener("message", onMessage);
        frame.hidden = true;
        frame.title = "";
        frame.src = request.url;
        // A script in the head may ask before there is a body.
        (document.body ?? document.documentElement).append(frame);
      }),
  );
  return answer.finally(() => {
    if (onMessage) window.removeEventListener("message", onMessage);
    frame.remove();
  });
}

function readResponse(data: unknown): WebMessageResponse | undefined {
  if (!isObject(data) || data["type"] !== "authorization_response") return undefined;
  const response = data["response"];
  return isObject(response) ? response : undefined;
}
