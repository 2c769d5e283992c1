import { currentSession, type FlowContext } from "../flows/flow-context.js";
import type { SessionNews } from "../session/session-sync.js";
import { createOnDemand, signInPart } from "./on-demand.js";

/** Follows what another tab did. */
export function follow(context: FlowContext, news: SessionNews, signal: AbortSignal): void {
  const { session, storage } = context;
  if (news.type === "signed_out") {
    session.end("signed_out_elsewhere");
    storage?.write(null);
    return;
  }
  const current = currentSession(context);
  if (news.type === "changed") {
    if (current) look(context, signal);
    return;
  }
  if (current?.user.sub === news.sub) return;
  if (current) session.end("user_changed");
  look(context, signal);
}

/** Where it cannot be seen from here who is signed in, this tab stays as it is. */
export function look(context: FlowContext, signal: AbortSignal): void {
  createOnDemand(context)(signInPart, signal)
    .then(({ followTenantSession }) => followTenantSession(context, { signal }))
    .catch(() => {});
}
