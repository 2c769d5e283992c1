/**
 * Opens a window that is to be led somewhere; null where the browser refuses. WebKit takes even `about:blank` for a page
 * of its own with the policy of its opener: under `Cross-Origin-Opener-Policy: same-origin-allow-popups` it cuts the
 * window off on its way to the tenant. So a page is asked for, at the cost of no request, and called off at once.
 */
export function openEmptyWindow(features: string): Window | null {
  const page = URL.createObjectURL(new Blob());
  const opened = window.open(page, "_blank", features);
  opened?.stop();
  URL.revokeObjectURL(page);
  return opened;
}
