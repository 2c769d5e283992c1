import { html } from "hono/html";
import type { InboxMessage } from "../state/inbox.js";
import { messageKinds, type MessageKind } from "../state/messages.js";
import { inboxMessageItem, kindLabels } from "./inbox-message.js";
import { layout } from "./layout.js";
import type { Html } from "./send-page.js";

export interface InboxPage {
  /** All of them, newest first. */
  readonly messages: readonly InboxMessage[];
  /** Part of a recipient or subject. */
  readonly search: string;
  /** Undefined: every kind. */
  readonly kind: MessageKind | undefined;
  readonly csrf: string;
  /** Milliseconds since 1970, tenant's clock. */
  readonly now: number;
}

/** The dev inbox: complete without script, which adds live updates and the copy buttons. */
export function inboxPage(page: InboxPage): Html {
  const { messages, csrf } = page;
  const shown = messages.filter((message) => matches(message, page));
  return layout(
    "Inbox",
    html`<div class="inbox" data-now="${page.now}">
      <header class="head">
        <h1 tabindex="-1">Inbox</h1>
        <button class="quiet" id="ask" popovertarget="clear" ${messages.length > 0 ? "" : "hidden"}>
          Clear all
        </button>
        <p class="lead">What this tenant would mail, text or push. Nothing leaves this computer.</p>
      </header>
      ${filterForm(page)}
      <div class="state">
        <p id="count">${countOf(shown.length, messages.length)}</p>
        <p id="connection"><a href="/_tenant/inbox">Refresh</a></p>
      </div>
      <ol id="messages" class="messages" ${shown.length > 0 ? "" : "hidden"}>
        ${shown.map((message) => inboxMessageItem(message, csrf))}
      </ol>
      ${emptyStates(messages.length, shown.length)}
      <p id="news" class="unseen" role="status"></p>
      ${clearDialog(csrf)}
    </div>`,
    {
      head: html`<link rel="stylesheet" href="/_tenant/inbox/styles.css" />
        <script type="module" src="/_tenant/inbox/scripts/stay-current.js"></script>
        <script type="module" src="/_tenant/inbox/scripts/copy-buttons.js"></script>`,
    },
  );
}

function filterForm({ search, kind }: InboxPage): Html {
  const option = (value: MessageKind) =>
    html`<option value="${value}" ${value === kind ? "selected" : ""}>
      ${kindLabels[value]}
    </option>`;
  return html`<form
    id="search-form"
    class="filter"
    role="search"
    method="get"
    action="/_tenant/inbox"
  >
    <p>
      <label for="search">Recipient or subject</label>
      <input id="search" type="search" name="q" value="${search}" autocapitalize="none" />
    </p>
    <p>
      <label for="kind">Kind</label>
      <select id="kind" name="kind">
        <option value="">All kinds</option>
        ${messageKinds.map(option)}
      </select>
    </p>
    <noscript><button class="quiet">Show</button></noscript>
  </form>`;
}

function emptyStates(all: number, shown: number): Html {
  return html`<section id="empty" class="empty" ${all === 0 ? "" : "hidden"}>
      <h2>Nothing here yet</h2>
      <p>
        Sign-in codes and links, address checks, password resets, invitations, unblocking mails and
        push requests appear here as soon as your application causes them.
      </p>
    </section>
    <section id="nothing" class="empty" ${all > 0 && shown === 0 ? "" : "hidden"}>
      <h2>No message matches</h2>
      <p><a id="show-all" href="/_tenant/inbox">Show all messages</a></p>
    </section>`;
}

/** A popover rather than a script's dialog, so that it asks without script too. */
function clearDialog(csrf: string): Html {
  return html`<div id="clear" class="dialog" popover role="dialog" aria-labelledby="clear-title">
    <h2 id="clear-title">Clear the inbox?</h2>
    <p>Every message is removed. Codes and links that were sent keep working.</p>
    <form class="actions" method="post" action="/_tenant/inbox/clear">
      <input type="hidden" name="csrf" value="${csrf}" />
      <button>Clear all</button>
      <button
        class="quiet"
        type="button"
        popovertarget="clear"
        popovertargetaction="hide"
        autofocus
      >
        Keep them
      </button>
    </form>
  </div>`;
}

/** In the words of the page's script. */
function countOf(shown: number, all: number): string {
  if (shown < all) return `${shown} of ${all} messages`;
  return all === 1 ? "1 message" : `${all} messages`;
}

function matches({ to, subject, kind }: InboxMessage, page: InboxPage): boolean {
  const text = `${to}\n${subject}`.toLowerCase();
  return text.includes(page.search.trim().toLowerCase()) && kind === (page.kind ?? kind);
}
