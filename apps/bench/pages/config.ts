/** The tenant and the client of every page. */
export const domain = "tenant.bench.test";
export const clientId = "bench";

/** Where every page is put. */
export function place(): HTMLElement {
  const root = document.getElementById("root");
  if (!root) throw new Error("The page has no #root.");
  return root;
}

/** How many of something a page is to show: `?count=3`. */
export function asked(): number {
  return Number(new URLSearchParams(location.search).get("count"));
}
