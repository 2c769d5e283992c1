import { matchesCsrfToken } from "../authorization/hosted-form.js";
import { clientAddress } from "../http/client-address.js";
import { writeTicketCookie } from "../http/cookies.js";
import type { HttpContext } from "../http/environment.js";
import { jsonValues, text } from "../http/request-body.js";
import { classicFormPage } from "../pages/classic-page.js";
import { authenticatePassword, type PasswordOutcome } from "../policy/authenticate-password.js";
import { requireCaptcha } from "../policy/check-captcha.js";
import { describeRefusal } from "../policy/password-refusals.js";
import { requireDatabase } from "../policy/require-database.js";
import { createTicket } from "../state/tickets.js";
import { findTransaction } from "../state/transactions.js";

/**
 * POST /usernamepassword/login, from the classic hosted page: answers with a form that the page
 * posts to `/login/callback`.
 */
export async function classicLogin(c: HttpContext): Promise<Response> {
  const { tenant } = c.var;
  const values = jsonValues(c);
  const transaction = findTransaction(tenant, text(values, "state"));
  if (!transaction || transaction.parameters["client_id"] !== text(values, "client_id")) {
    return refuse(c, { status: 400, code: "invalid_request", description: "Unknown state." });
  }
  if (!matchesCsrfToken(c, text(values, "_csrf"))) {
    return refuse(c, { status: 403, code: "invalid_csrf", description: "The page is too old." });
  }
  const { client, connection } = requireDatabase(tenant, values);
  requireCaptcha(tenant, "login", values);
  const outcome = await authenticatePassword(tenant, {
    connection,
    username: text(values, "username") ?? "",
    password: text(values, "password") ?? "",
    address: clientAddress(c),
  });
  if (outcome.status !== "authenticated") return refuse(c, refusalOf(outcome.status));
  const { clientId } = client;
  const { userId } = outcome.user;
  const ticket = createTicket(tenant, { clientId, userId, connection: connection.name });
  // Binds what the form carries to this browser.
  writeTicketCookie(c, ticket.coId, ticket.binding);
  c.header("Cache-Control", "no-store");
  return c.html(classicFormPage({ result: ticket.ticket, context: { state: transaction.id } }));
}

interface Refusal {
  readonly status: 400 | 401 | 403 | 429;
  readonly code: string;
  readonly description: string;
}

function refuse(c: HttpContext, { status, code, description }: Refusal): Response {
  return c.json({ name: "ValidationError", code, description, statusCode: status }, status);
}

function refusalOf(status: Exclude<PasswordOutcome["status"], "authenticated">): Refusal {
  if (status === "wrong-credentials") {
    return {
      status: 401,
      code: "invalid_user_password",
      description: "Wrong email or password.",
    };
  }
  const { error: code, ...refusal } = describeRefusal(status);
  return { ...refusal, code };
}
