import { html } from "hono/html";
import type { InboxMessage } from "../state/inbox.js";
import type { MessageKind } from "../state/messages.js";
import type { PushStatus } from "../state/push-decisions.js";
import type { Html } from "./send-page.js";

/** What a reader calls each kind of message. */
export const kindLabels: Readonly<Record<MessageKind, string>> = {
  verify: "Address check",
  code: "Sign-in code",
  link: "Sign-in link",
  sms: "Text message",
  reset: "Password reset",
  unblock: "Unblocking",
  push: "Push",
  invite: "Invitation",
  mfa: "Second step",
};

/** What a reader is told about an answered push. */
const pushLabels: Readonly<Record<Exclude<PushStatus, "pending">, string>> = {
  approved: "Approved",
  denied: "Denied",
  over: "No longer waits for an answer",
};

const timeStyle = { dateStyle: "medium", timeStyle: "medium" } as const;

/** One message of the list. */
export function inboxMessageItem(message: InboxMessage, csrf: string): Html {
  const { id, ts, kind, to, subject, code, url, clientId, push } = message;
  const sent = new Date(ts);
  return html`<li
    class="message"
    data-id="${id}"
    data-key="${id}-${ts}"
    data-kind="${kind}"
    data-push="${push}"
  >
    <p class="facts">
      <span>
        ${kindLabels[kind]}
        ${clientId === undefined ? "" : html`· <span class="client">${clientId}</span>`}
      </span>
      <time datetime="${sent.toISOString()}">${sent.toLocaleString("en", timeStyle)}</time>
    </p>
    <h2 id="subject-${id}" class="subject"><bdi>${subject}</bdi></h2>
    <p class="to"><span>To</span> <bdi class="recipient" dir="ltr">${to}</bdi></p>
    ${code === undefined ? "" : codeLine(code, id)} ${url === undefined ? "" : linkLine(url, id)}
    ${push === undefined ? "" : pushLine(push, id, csrf)}
  </li>`;
}

function codeLine(code: string, id: number): Html {
  return html`<p class="code value">
    <strong class="source" dir="ltr">${code}</strong>
    ${copyButton("code", id)}
  </p>`;
}

function linkLine(url: string, id: number): Html {
  return html`<div class="link value">
    <code class="source" dir="ltr">${url}</code>
    <p class="actions">
      ${
        isWebAddress(url)
          ? html`<a
              class="quiet"
              href="${url}"
              target="_blank"
              rel="noopener"
              aria-describedby="subject-${id}"
              >Open</a
            >`
          : ""
      }
      ${copyButton("link", id)}
    </p>
  </div>`;
}

function pushLine(push: PushStatus, id: number, csrf: string): Html {
  if (push !== "pending") return html`<p class="decision" tabindex="-1">${pushLabels[push]}</p>`;
  const answer = (name: string, path: string) =>
    html`<button
      class="quiet"
      formaction="/_tenant/inbox/${id}/${path}"
      aria-describedby="subject-${id}"
    >
      ${name}
    </button>`;
  return html`<form class="push actions" method="post" action="/_tenant/inbox/${id}/approve">
    <input type="hidden" name="csrf" value="${csrf}" />
    ${answer("Approve", "approve")} ${answer("Deny", "deny")}
  </form>`;
}

function copyButton(what: "code" | "link", id: number): Html {
  return html`<button type="button" class="quiet copy" aria-describedby="subject-${id}">
    <span class="word">Copy</span> <span class="unseen">${what}</span>
  </button>`;
}

/** Applications may have addresses such as `com.example.app:/callback`, which no browser opens. */
function isWebAddress(url: string): boolean {
  return /^https?:/i.test(url);
}
