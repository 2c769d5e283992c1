/** Allows the page that asks to read the answer, and to send cookies and headers of its own (CORS). */
export function acrossOrigins(request: Request, answer: Response): Response {
  const { headers } = answer;
  headers.set("access-control-allow-origin", request.headers.get("origin") ?? "*");
  headers.set("access-control-allow-credentials", "true");
  headers.set("access-control-allow-methods", "GET, POST, PUT, PATCH, DELETE");
  const asked = request.headers.get("access-control-request-headers");
  if (asked) headers.set("access-control-allow-headers", asked);
  return answer;
}
