const key = "auth0-js-options";

/** Keeps the options for the pages that a popup or an iframe opens. */
export function keepOptions(options: object): void {
  localStorage.setItem(key, JSON.stringify(options));
}

export function readOptions(): object {
  return JSON.parse(localStorage.getItem(key) ?? "{}") as object;
}
