import { clearInbox, showInbox } from "../endpoints/inbox.js";
import { approvePush, clearFromPage, denyPush } from "../endpoints/inbox-actions.js";
import { inboxScript, inboxStyles } from "../endpoints/inbox-files.js";
import { waitInInbox } from "../endpoints/inbox-wait.js";
import type { Route } from "./route.js";

const inbox = { access: "own-page" } as const;

/** The dev inbox: page, JSON and waiting call. */
export const inboxRoutes: readonly Route[] = [
  { ...inbox, method: "GET", path: "/_tenant/inbox", handler: showInbox },
  { ...inbox, method: "DELETE", path: "/_tenant/inbox", admin: true, handler: clearInbox },
  { ...inbox, method: "GET", path: "/_tenant/inbox/wait", handler: waitInInbox },
  { ...inbox, method: "POST", path: "/_tenant/inbox/clear", handler: clearFromPage },
  { ...inbox, method: "POST", path: "/_tenant/inbox/:id/approve", handler: approvePush },
  { ...inbox, method: "POST", path: "/_tenant/inbox/:id/deny", handler: denyPush },
  { ...inbox, method: "GET", path: "/_tenant/inbox/styles.css", handler: inboxStyles },
  { ...inbox, method: "GET", path: "/_tenant/inbox/scripts/:name", handler: inboxScript },
];
