import "@testing-library/jest-dom/vitest";
import { fakeError } from "@portico/core/testing";
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { refuse } from "../../test/login-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { password, showSignup, signUp, watchedSignup } from "../../test/signup-page.js";
import { en } from "../i18n/locales/en.js";
import type { CaptchaProps } from "../parts/captcha-box.js";

keepConsoleQuiet();

/** A captcha of an app, and everything that the form has told it. */
function ownCaptcha() {
  const shown: CaptchaProps[] = [];
  const captcha = (props: CaptchaProps) => {
    shown.push(props);
    return (
      <button type="button" onClick={() => props.onSolved(`answer ${props.attempt}`, "state")}>
        I am no robot
      </button>
    );
  };
  return { captcha, latest: () => shown.at(-1), first: () => shown[0] };
}

async function solve(): Promise<void> {
  await userEvent.click(screen.getByRole("button", { name: "I am no robot" }));
}

describe("Signup's captcha", () => {
  it("goes along with the call, and is kept nowhere in the page", async () => {
    const signup = watchedSignup();
    const { container } = showSignup({ signup }, { captcha: ownCaptcha().captcha });
    await solve();
    expect(container.innerHTML).not.toContain("answer 1");
    await signUp();
    await waitFor(() => expect(signup).toHaveBeenCalledOnce());
    expect(signup.mock.calls[0]?.[0]).toMatchObject({ captcha: "answer 1", captchaState: "state" });
  });

  it("is asked for before anything is sent; what was typed stays", async () => {
    const signup = watchedSignup();
    showSignup({ signup }, { captcha: ownCaptcha().captcha });
    await signUp();
    expect(await screen.findByText(en.validation.captcha_required)).toBeInTheDocument();
    expect(signup).not.toHaveBeenCalled();
    expect(password()).toHaveValue("engine");
    await userEvent.tab();
    expect(screen.getByRole("button", { name: "I am no robot" })).toHaveFocus();
    await solve();
    expect(screen.getByRole("alert")).toBeEmptyDOMElement();
    await userEvent.type(password(), "{Enter}");
    await waitFor(() => expect(signup).toHaveBeenCalledOnce());
  });

  it.each(["invalid_captcha", "server"] as const)(
    "is good for one call: after %s there is a new one",
    async (code) => {
      const { captcha, first, latest } = ownCaptcha();
      const signup = watchedSignup().mockImplementationOnce(refuse(fakeError(code)));
      showSignup({ signup }, { captcha });
      const before = screen.getByRole("button", { name: "I am no robot" });
      await solve();
      await signUp();
      expect(await screen.findByText(en.errors[code])).toBeInTheDocument();
      await waitFor(() => expect(latest()?.attempt).toBe(2));
      expect(before).not.toBeInTheDocument();
      first()?.onSolved("late answer");
      await userEvent.type(password(), "engine{Enter}");
      expect(await screen.findByText(en.validation.captcha_required)).toBeInTheDocument();
      await solve();
      await userEvent.type(password(), "{Enter}");
      await waitFor(() => expect(signup).toHaveBeenCalledTimes(2));
      expect(signup.mock.calls[1]?.[0]).toMatchObject({ captcha: "answer 2" });
    },
  );

  it("may take its answer back", async () => {
    const { captcha, latest } = ownCaptcha();
    const signup = watchedSignup();
    showSignup({ signup }, { captcha });
    await solve();
    latest()?.onSolved("");
    await signUp();
    expect(await screen.findByText(en.validation.captcha_required)).toBeInTheDocument();
    expect(signup).not.toHaveBeenCalled();
  });

  it("may fail: the form says so, and tries a new one when it is sent", async () => {
    const { captcha, latest } = ownCaptcha();
    showSignup({}, { captcha });
    act(() => latest()?.onFailed());
    expect(await screen.findByText(en.validation.refused)).toBeInTheDocument();
    expect(latest()?.attempt).toBe(1);
    await signUp();
    await waitFor(() => expect(latest()?.attempt).toBe(2));
    expect(await screen.findByText(en.validation.captcha_required)).toBeInTheDocument();
  });
});
