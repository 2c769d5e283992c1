import "@testing-library/jest-dom/vitest";
import { createFakeClient } from "@portico/core/testing";
import { act, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Activity } from "react";
import { expect, it, vi } from "vitest";
import { button, never, Tenant } from "../../test/login-page.js";
import { SocialButtons } from "../social-buttons/social-buttons.js";

const google = "Continue with Google";

it("waits no more in a page that was put aside, where the app can be asked anew", async () => {
  let answer!: () => void;
  const promise = new Promise<void>((resolve) => (answer = resolve));
  const onBeforeSubmit = vi.fn<() => Promise<void> | void>().mockReturnValueOnce(promise);
  const loginWithConnection = vi.fn(never);
  const client = createFakeClient({ loginWithConnection });
  const page = (mode: "visible" | "hidden") => (
    <Tenant client={client}>
      <Activity mode={mode}>
        <SocialButtons connections={["google-oauth2"]} onBeforeSubmit={onBeforeSubmit} />
      </Activity>
    </Tenant>
  );
  const { rerender } = render(page("visible"));
  await userEvent.click(button(google));
  rerender(page("hidden"));
  await act(async () => answer());
  rerender(page("visible"));
  expect(loginWithConnection).not.toHaveBeenCalled();
  await userEvent.click(button(google));
  expect(loginWithConnection).toHaveBeenCalledOnce();
});
