import { screen, waitFor, act } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { showSignup, signUp } from "../../test/signup-page.js";

const names = ["addEventListener","removeEventListener","requestSubmit","querySelector","contains","children","parentElement","closest","matches","root","name","id","action","method","submit","reset","length","style","dataset","tagName","textContent","firstChild","lastChild","nextSibling","previousSibling","childNodes","insertBefore","appendChild","removeChild","namespaceURI","isConnected","getRootNode","dispatchEvent","getAttribute","setAttribute","hasAttribute","removeAttribute","focus","title","lang","innerHTML","target","compareDocumentPosition","then","data","dir","hidden","className"];
it.each(names)("%s", async (name) => {
  const signup = vi.fn(async () => ({ kind: "accepted", destination: "x" }) as const);
  const errors = vi.spyOn(console, "error").mockImplementation(() => {});
  const { unmount } = showSignup({ signup }, { fields: [{ kind: "text", name, label: "Own", required: true }], passwordPolicy: "good" });
  await signUp();
  await act(async () => {});
  expect(signup).not.toHaveBeenCalled();
  await waitFor(() => expect(document.body.textContent).toMatch("Fill this in."));
  await userEvent.type(screen.getByLabelText("Own"), "x");
  await userEvent.type(screen.getByLabelText("Password"), "Engine12!zz{Enter}");
  await waitFor(() => expect(signup).toHaveBeenCalledOnce());
  unmount();
  const said = errors.mock.calls.map((c) => String(c[0]).slice(0, 100));
  errors.mockRestore();
  expect(said).toEqual([]);
});
