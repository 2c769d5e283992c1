import "@testing-library/jest-dom/vitest";
import { createFakeClient } from "@portico/core/testing";
import { act, render, renderHook } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Activity } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { button, never, Tenant } from "../../test/login-page.js";
import { SocialButtons } from "../social-buttons/social-buttons.js";
import { useConsent, type Answer, type BeforeSubmit } from "./use-consent.js";

const reportError = vi.fn();
beforeEach(() => void vi.stubGlobal("reportError", reportError.mockClear()));
afterEach(() => void vi.unstubAllGlobals());

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

describe("useConsent", () => {
  it("lets everything pass where nobody is to be asked", () => {
    const { ask, now } = consentOf(undefined);
    expect(ask()).toBe("yes");
    expect(now().state).toBeUndefined();
    act(() => now().stop());
    expect(now().state).toBeUndefined();
  });

  it("asks with the values, and the button that was pressed", () => {
    const judge = vi.fn<BeforeSubmit<string>>();
    const { now } = consentOf(judge);
    act(() => void now().ask("values"));
    expect(judge).toHaveBeenLastCalledWith("values", {
      signal: expect.any(AbortSignal),
      connection: undefined,
    });
    act(() => void now().ask("values", "github"));
    expect(judge).toHaveBeenLastCalledWith(
      "values",
      expect.objectContaining({ connection: "github" }),
    );
  });

  it.each([
    [undefined, "yes"],
    ["Not today.", { refusal: "Not today." }],
    ["", { refusal: "" }],
  ] as const)("takes %j at once for %j", (said, answer) => {
    const { ask, now } = consentOf(() => said);
    expect(ask()).toEqual(answer);
    expect(now().state).toEqual(answer === "yes" ? undefined : { status: "failed", error: answer });
  });

  it.each([
    [undefined, "yes"],
    ["Not today.", { refusal: "Not today." }],
  ] as const)("waits for %j, and takes it for %j", async (said, answer) => {
    const { ask, now } = consentOf(async () => said);
    const late = ask();
    expect(late).toBeInstanceOf(Promise);
    expect(now().state).toEqual({ status: "pending" });
    expect(await act(async () => late)).toEqual(answer);
    expect(now().state).toEqual(answer === "yes" ? undefined : { status: "failed", error: answer });
  });

  it.each<[string, BeforeSubmit<string>]>([
    [
      "throws",
      () => {
        throw mistake;
      },
    ],
    ["rejects", async () => Promise.reject(mistake)],
  ])("refuses, and reports why, where the app %s", async (_how, judge) => {
    const { ask, now } = consentOf(judge);
    expect(await act(async () => ask())).toBe("refused");
    expect(now().state).toEqual({ status: "failed", error: "refused" });
    expect(reportError).toHaveBeenCalledExactlyOnceWith(mistake);
  });

  it("takes a refusal back when the next answer is yes", () => {
    const judge = vi.fn<BeforeSubmit<string>>().mockReturnValueOnce("Not today.");
    const { ask, now } = consentOf(judge);
    expect(ask()).toEqual({ refusal: "Not today." });
    expect(now().state).toMatchObject({ status: "failed" });
    expect(ask()).toBe("yes");
    expect(now().state).toBeUndefined();
  });

  it("waits for the last question alone", async () => {
    const asked: { answer: (said?: string) => void; signal: AbortSignal }[] = [];
    const { ask, now } = consentOf(
      (_, { signal }) => new Promise((answer) => asked.push({ answer, signal })),
    );
    const [first, second] = [ask(), ask()];
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    await act(async () => asked[0]?.answer("Not today."));
    expect(await first).toBeUndefined();
    expect(now().state).toEqual({ status: "pending" });
    await act(async () => asked[1]?.answer());
    expect(await second).toBe("yes");
  });

  it("gives a question up, and leaves a refusal where it is", async () => {
    const { ask, now } = consentOf(async () => "Not today.");
    const late = ask();
    act(() => now().stop());
    expect(now().state).toBeUndefined();
    expect(await act(async () => late)).toBeUndefined();
    expect(now().state).toBeUndefined();
    await act(async () => ask());
    act(() => now().stop());
    expect(now().state).toMatchObject({ status: "failed" });
  });

  it("gives it up where the form goes", () => {
    let signal!: AbortSignal;
    const { ask, unmount } = consentOf((_, options) => {
      ({ signal } = options);
      return new Promise(() => {});
    });
    void ask();
    expect(signal.aborted).toBe(false);
    unmount();
    expect(signal.aborted).toBe(true);
  });
});

const mistake = new Error("The app's own mistake.");

function consentOf(judge: BeforeSubmit<string> | undefined) {
  const { result, unmount } = renderHook(() => useConsent(judge));
  const ask = () => {
    let answer!: Answer | Promise<Answer>;
    act(() => void (answer = result.current.ask("values")));
    return answer;
  };
  return { ask, unmount, now: () => result.current };
}
