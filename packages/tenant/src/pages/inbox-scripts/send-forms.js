// @ts-check
import { find } from "./page-elements.js";
import { tellConnection } from "./tell-connection.js";

/**
 * Sends the forms that change something without leaving the page.
 *
 * @param {() => void} done
 */
export function sendForms(done) {
  document.addEventListener("submit", (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form.method !== "post") return;
    event.preventDefault();
    void send(form, event.submitter?.getAttribute("formaction") ?? form.action).then(done);
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {string} address
 */
async function send(form, address) {
  const { value: csrf } = /** @type {HTMLInputElement} */ (find("[name=csrf]", form));
  const body = new URLSearchParams({ csrf });
  // No answer at all is noticed when the list is read again.
  const response = await fetch(address, { method: "POST", body }).catch(() => undefined);
  find("#clear").hidePopover?.();
  if (response?.status === 403) tellConnection("stale");
}
