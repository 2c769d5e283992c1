/** Leaves the page. The navigation begins after the caller's turn, so the caller may still clean up. */
export function navigate(url: string): void {
  window.location.assign(url);
}
