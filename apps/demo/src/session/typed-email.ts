let typed = "";

/** Keeps an address on the way from one form to the other; it never enters the page's address. */
export function rememberEmail(email: string): void {
  typed = email;
}

/** The address typed into the form before, or "". */
export function rememberedEmail(): string {
  return typed;
}
