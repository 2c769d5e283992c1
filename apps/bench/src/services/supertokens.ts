import { domain } from "../place.js";
import type { Service } from "../serve.js";
import { acrossOrigins } from "./across-origins.js";

/** Where the page of SuperTokens looks for its API. */
export const supertokensHost = `supertokens-api.${domain}`;

/** As much of SuperTokens as shows its form: a password is the one way in, and nobody has a session. */
export const supertokens: Service = (request) => {
  if (request.method === "OPTIONS")
    return acrossOrigins(request, new Response(null, { status: 204 }));
  const answer = answerTo(new URL(request.url).pathname);
  return answer && acrossOrigins(request, answer);
};

function answerTo(pathname: string): Response | undefined {
  switch (pathname) {
    case "/auth/session/refresh":
      return Response.json({ message: "unauthorised" }, { status: 401 });
    case "/auth/signup/email/exists":
    case "/auth/emailpassword/email/exists":
      return Response.json({ status: "OK", exists: false });
    default:
      return undefined;
  }
}
