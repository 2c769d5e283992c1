/** What is wrong with an e-mail address. Something at something is one: the tenant is the judge of everything else. */
export function emailProblem(typed: string): "email_required" | "email_invalid" | undefined {
  const address = typed.trim();
  if (address === "") return "email_required";
  return /^[^]+@[^]+$/.test(address) ? undefined : "email_invalid";
}
