import type { TenantContext } from "../src/context.js";
import { createApplication } from "../src/http/application.js";
import { listen } from "../src/http/listen.js";
import { requestListener } from "../src/http/request-listener.js";
import { openTenant, placeTenant } from "../src/open-tenant.js";
import { addAuthenticator } from "../src/state/authenticators.js";
import { createInbox, type Inbox } from "../src/state/inbox.js";
import {
  clearMessages,
  sendMessage,
  type Message,
  type NewMessage,
} from "../src/state/messages.js";
import { createOobChallenge } from "../src/state/oob-challenges.js";
import { digestOf } from "../src/tokens/secret.js";
import { ada, testSeed } from "./visitor.js";

/** A test tenant from the inside: it sends what its test wants, without the flow that would. */
export interface OpenTestTenant {
  readonly url: string;
  readonly context: TenantContext;
  readonly inbox: Inbox;
  send(changes?: Partial<NewMessage>): Message;
  /** Asks Ada to approve a sign-in. */
  sendPush(): Message;
  /** Real time, no message, no fault. */
  restore(): void;
  close(): Promise<void>;
}

export async function openTestTenant(): Promise<OpenTestTenant> {
  const opened = await openTenant({ scryptCost: 2, seed: testSeed() });
  const listening = await listen(0, undefined);
  const url = `http://localhost:${listening.port}`;
  const { context, shutDown } = await placeTenant(opened, url);
  listening.answerWith(requestListener(createApplication(context)));
  const send = (changes: Partial<NewMessage> = {}) =>
    sendMessage(context, { kind: "code", to: ada.username, subject: "Your code", ...changes });
  return {
    url,
    context,
    inbox: createInbox(context),
    send,
    sendPush: () => send({ kind: "push", push: digestOf(newPush(context)) }),
    restore() {
      clearMessages(context);
      context.clock.offset(0);
      context.faults.clear();
    },
    async close() {
      shutDown();
      await listening.close();
      context.database.close();
    },
  };
}

/** Returns the `oob_code`. */
function newPush(context: TenantContext): string {
  const user = context.database.one<{ user_id: string }>(
    "SELECT user_id FROM users WHERE email = ?",
    ada.username,
  );
  if (!user) throw new Error("The test seed has no Ada.");
  const authenticatorId = `push|dev_${context.clock.now()}_${Math.random()}`;
  addAuthenticator(context.database, {
    id: authenticatorId,
    userId: user.user_id,
    type: "oob",
    channel: "auth0",
    address: null,
    secret: null,
    lastStep: null,
    active: true,
    createdAt: context.clock.now(),
  });
  return createOobChallenge(context, { authenticatorId, boundTo: "a test", code: null });
}
