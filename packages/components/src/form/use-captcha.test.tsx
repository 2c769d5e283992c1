import "@testing-library/jest-dom/vitest";
import { act, render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { CaptchaBox, type CaptchaProps, type RenderCaptcha } from "../parts/captcha-box.js";
import { useCaptcha, type Captcha, type CaptchaAnswer } from "./use-captcha.js";

const required = { status: "failed", error: "captcha_required" };

/** A form with a captcha, whose element tells which one it is. */
function show(isGiven = true) {
  const seen: CaptchaProps[] = [];
  let captcha!: Captcha;
  const draw: RenderCaptcha = (props) => {
    seen.push(props);
    return <i>Captcha {props.attempt}</i>;
  };
  function Form() {
    captcha = useCaptcha(isGiven ? draw : undefined);
    return captcha.box ? <CaptchaBox {...captcha.box} /> : null;
  }
  render(<Form />);
  return {
    seen,
    state: () => captcha.state,
    isSolved() {
      let isSolved: boolean | undefined;
      act(() => void (isSolved = captcha.isSolved()));
      return isSolved;
    },
    solve: (...answer: Parameters<CaptchaProps["onSolved"]>) =>
      act(() => captcha.box?.onSolved(...answer)),
    fail: () => act(() => captcha.box?.onFailed()),
    async send(status = "failed") {
      const call = vi.fn(async (_answer: CaptchaAnswer) => ({ status }));
      const result = await act(() => captcha.spend(call));
      expect(result).toEqual({ status });
      expect(call).toHaveBeenCalledOnce();
      return call.mock.calls[0]?.[0];
    },
  };
}

function box(): HTMLElement | null {
  return screen.getByText(/^Captcha/).parentElement;
}

describe("A form without a captcha", () => {
  it("lets every call pass, and sends nothing along", async () => {
    const { isSolved, state, send } = show(false);
    expect(screen.queryByText(/^Captcha/)).toBeNull();
    expect(isSolved()).toBe(true);
    expect(state()).toBeUndefined();
    expect(await send()).toEqual({});
    expect(isSolved()).toBe(true);
  });
});

describe("A form with a captcha", () => {
  it("asks for its answer, and brings the reader there", () => {
    const { isSolved, state } = show();
    expect(state()).toBeUndefined();
    expect(isSolved()).toBe(false);
    expect(state()).toEqual(required);
    expect(box()).toHaveFocus();
    expect(screen.getByText("Captcha 1"), "which nobody has used").toBeVisible();
  });

  it.each([
    ["solved", undefined, { captcha: "solved" }],
    ["solved", "state", { captcha: "solved", captchaState: "state" }],
    ["solved", "", { captcha: "solved" }],
  ])("sends %j with the state %j along, once", async (solution, challenge, sent) => {
    const { isSolved, state, solve, send } = show();
    solve(solution, challenge);
    expect(state()).toBeUndefined();
    expect(isSolved()).toBe(true);
    expect(await send("succeeded")).toEqual(sent);
    expect(isSolved()).toBe(false);
    expect(await send("succeeded")).toEqual({});
  });

  it("takes its complaint back once there is an answer, not for an empty one", () => {
    const { isSolved, state, solve } = show();
    isSolved();
    solve("");
    expect(state()).toEqual(required);
    solve("solved");
    expect(state()).toEqual({ status: "idle" });
    expect(isSolved()).toBe(true);
    expect(state()).toBeUndefined();
  });

  it("has no answer any more when the captcha takes it back", async () => {
    const { isSolved, solve, send } = show();
    solve("solved", "state");
    solve("", "state");
    expect(isSolved()).toBe(false);
    expect(await send()).toEqual({});
  });

  it("shows a new one after a call that failed, to which the old one says nothing any more", async () => {
    const { isSolved, state, solve, send, seen } = show();
    solve("solved");
    await send();
    expect(screen.getByText("Captcha 2")).toBeVisible();
    act(() => seen[0]?.onSolved("late"));
    expect(isSolved()).toBe(false);
    act(() => seen[0]?.onFailed());
    expect(state()).toEqual(required);
    expect(screen.getByText("Captcha 2"), "which nobody has used").toBeVisible();
    solve("again");
    expect(await send()).toEqual({ captcha: "again" });
    expect(screen.getByText("Captcha 3")).toBeVisible();
  });

  it("keeps the one that was used for a call that went well, until another is needed", async () => {
    const { isSolved, solve, send } = show();
    solve("solved");
    await send("succeeded");
    expect(screen.getByText("Captcha 1")).toBeVisible();
    expect(isSolved()).toBe(false);
    expect(screen.getByText("Captcha 2")).toBeVisible();
    expect(isSolved()).toBe(false);
    expect(screen.getByText("Captcha 2")).toBeVisible();
  });

  it("says that it does not work, and tries another one when the form is sent", async () => {
    const { isSolved, state, solve, fail, send } = show();
    solve("solved");
    fail();
    expect(state()).toEqual({ status: "failed", error: "refused" });
    expect(screen.getByText("Captcha 1")).toBeVisible();
    expect(isSolved()).toBe(false);
    expect(state()).toEqual(required);
    expect(screen.getByText("Captcha 2")).toBeVisible();
    expect(await send()).toEqual({});
  });

  it("keeps one that works after all", async () => {
    const { isSolved, solve, fail } = show();
    fail();
    solve("solved");
    solve("");
    expect(isSolved()).toBe(false);
    expect(screen.getByText("Captcha 1")).toBeVisible();
  });

  it("keeps what it has told the captcha to call", () => {
    const { isSolved, seen } = show();
    isSolved();
    expect(new Set(seen.map(({ onSolved }) => onSolved)).size).toBe(1);
  });
});
