import { html } from "hono/html";
import { encode } from "uqr";
import type { Html } from "./send-page.js";

/** A QR code as one path, in its own colours: readers want dark on light, whatever the page has. */
export function qrCode(text: string, label: string): Html {
  // The quiet zone of four modules is part of the standard (ISO/IEC 18004).
  const { size, data } = encode(text, { ecc: "M", border: 4 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return html`<svg
    class="qr"
    role="img"
    aria-label="${label}"
    viewBox="0 0 ${size} ${size}"
    shape-rendering="crispEdges"
  >
    <path fill="#fff" d="M0 0h${size}v${size}H0z" />
    <path fill="#000" d="${path}" />
  </svg>`;
}
