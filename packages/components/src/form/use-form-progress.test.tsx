import { createFakeClient, fakeError } from "@portico/core/testing";
import { Auth0Provider } from "@portico/react";
import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it } from "vitest";
import { useFormProgress, type CallState } from "./use-form-progress.js";

const pending: CallState = { status: "pending" };
const idle: CallState = { status: "idle" };
const accepted: CallState = { status: "succeeded", outcome: { kind: "accepted" } };
const failed = (): CallState => ({
  status: "failed",
  error: fakeError("network", { online: true }),
});

function showing(first: CallState) {
  const client = createFakeClient();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <Auth0Provider client={client}>{children}</Auth0Provider>
  );
  const { result, rerender } = renderHook(useFormProgress, { wrapper, initialProps: first });
  return (state: CallState) => {
    rerender(state);
    return result.current.failure;
  };
}

it("keeps the failure that is shown in its place while the form is sent again", () => {
  const show = showing(failed());
  expect(show(pending)).toMatchObject({ attempt: 1, isStale: true });
  expect(show(failed())).toMatchObject({ attempt: 2, isStale: false });
});

it.each([
  ["taken back", idle],
  ["followed by a success", accepted],
])("never brings back a failure that was %s", (_name, state) => {
  const show = showing(failed());
  expect(show(state)).toBeUndefined();
  expect(show(pending)).toBeUndefined();
  expect(show(failed()), "and counts on").toMatchObject({ attempt: 2, isStale: false });
});
