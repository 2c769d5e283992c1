import "@testing-library/jest-dom/vitest";
import { fakeError } from "@portico/core/testing";
import { act, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import { SocialButton, type SocialButtonProps } from "./social-button.js";
import { SocialList, type SocialItem } from "./social-list.js";
import { SocialWays, type SocialWaysProps } from "./social-ways.js";

keepConsoleQuiet();
afterEach(() => void vi.useRealTimers());

const { more, lastUsed, elsewhere, cancel: cancelWords, or } = en.social;

function item(connection: string, some: Partial<SocialItem> = {}): SocialItem {
  const name = connection.toUpperCase();
  return { connection, name, icon: null, isLastUsed: false, state: "ready", ...some };
}

function items(names: string): readonly SocialItem[] {
  return Array.from(names, (name) => item(name));
}

function button(name: string): HTMLElement {
  return screen.getByRole("button", { name, hidden: true });
}

function names(): (string | null)[] {
  return screen.getAllByRole("button").map((each) => each.textContent?.trim() ?? null);
}

describe("SocialButton", () => {
  it.each([
    [undefined, "ready", false],
    ["ready", "ready", false],
    ["pending", "pending", true],
    ["held", "held", true],
  ] as const)("in state %s is %s, and busy: %s, within the reach of the keyboard", (...row) => {
    const [state, shown, isBusy] = row;
    render(<SocialButton state={state}>Go</SocialButton>);
    expect(screen.getByRole("button")).toHaveAttribute("data-state", shown);
    expect(screen.getByRole("button")).toHaveAttribute("data-kind", "social");
    expect(screen.getByRole("button").getAttribute("aria-disabled")).toBe(isBusy ? "true" : null);
    expect(screen.getByRole("button")).toBeEnabled();
  });

  it("is named by its words, and what is worth knowing after them", () => {
    const { rerender } = render(<SocialButton badge="Last used">Go</SocialButton>);
    expect(screen.getByRole("button")).toHaveAccessibleName("Go Last used");
    expect(screen.getByText("Last used")).toHaveClass("portico-badge");
    rerender(<SocialButton icon={<i>mark</i>}>Go</SocialButton>);
    expect(document.querySelector(".portico-badge")).toBeNull();
    expect(screen.getByText("mark").parentElement).toHaveClass("portico-social-mark");
    expect(screen.getByText("Go")).toHaveClass("portico-social-words");
  });

  it.each<[SocialButtonProps, string, string, boolean]>([
    [{}, "", "", false],
    [{ background: "red" }, "red", "", true],
    [{ color: "#fff" }, "", "#fff", false],
    [{ background: "red", color: "#fff" }, "red", "#fff", true],
  ])("of %j has its colours, and gives them up", (paint, background, color, isPainted) => {
    const { rerender } = render(<SocialButton {...paint}>Go</SocialButton>);
    expect(colours()).toEqual([background, color]);
    expect(screen.getByRole("button").hasAttribute("data-painted")).toBe(isPainted);
    rerender(<SocialButton>Go</SocialButton>);
    expect(colours()).toEqual(["", ""]);
  });

  function colours(): readonly string[] {
    const { style } = screen.getByRole("button");
    return ["background", "color"].map((name) =>
      style.getPropertyValue(`--portico-social-${name}`),
    );
  }

  it("takes the attributes of a button", () => {
    let element: HTMLButtonElement | null = null;
    render(
      <SocialButton className="mine" title="Way" ref={(found) => void (element = found)}>
        Go
      </SocialButton>,
    );
    expect(screen.getByRole("button")).toHaveClass("portico-button portico-social-button mine");
    expect(screen.getByRole("button")).toHaveAttribute("title", "Way");
    expect(element).toBe(screen.getByRole("button"));
  });
});

describe("SocialList", () => {
  it("shows four, and hears which was pressed", async () => {
    const onChoose = vi.fn();
    render(<SocialList items={items("abcd")} onChoose={onChoose} />);
    expect(names()).toEqual(["A", "B", "C", "D"].map((name) => `Continue with ${name}`));
    await userEvent.click(button("Continue with C"));
    expect(onChoose).toHaveBeenCalledExactlyOnceWith("c");
  });

  it("folds what is more, and brings the keyboard there", async () => {
    const onChoose = vi.fn();
    render(<SocialList items={items("abcdef")} onChoose={onChoose} />);
    expect(names()).toHaveLength(5);
    const fold = button(more);
    const rest = document.getElementById(fold.getAttribute("aria-controls") ?? "");
    expect(fold).toHaveAttribute("aria-expanded", "false");
    expect(rest).not.toBeVisible();
    expect(rest).toContainElement(button("Continue with E"));
    await userEvent.click(fold);
    expect(fold).toHaveAttribute("aria-expanded", "true");
    expect(rest).toBeVisible();
    expect(button("Continue with E")).toHaveFocus();
    await userEvent.click(button("Continue with F"));
    expect(onChoose).toHaveBeenCalledExactlyOnceWith("f");
    await userEvent.click(fold);
    expect(rest).not.toBeVisible();
    expect(fold).toHaveFocus();
  });

  it("says which was used last, and takes its looks and its state", () => {
    const looks = { background: "red", color: "#fff", icon: <i>mark</i>, state: "held" } as const;
    const given = [item("a"), item("b", { isLastUsed: true, ...looks })];
    render(<SocialList items={given} onChoose={() => {}} />);
    expect(button("Continue with A")).not.toHaveAttribute("data-painted");
    const last = button(`mark Continue with B ${lastUsed}`);
    expect(last).toHaveAttribute("data-painted");
    expect(last).toHaveAttribute("data-state", "held");
    expect(last.style.getPropertyValue("--portico-social-color")).toBe("#fff");
  });
});

describe("SocialWays", () => {
  const still = {
    submit: "ready",
    failure: undefined,
    hosted: undefined,
    tone: "danger",
    cancel: undefined,
  } as const;
  const failure = { problem: fakeError("popup_blocked"), attempt: 1, isStale: false };
  const hosted = { isPending: false, error: undefined, leave: () => {} };

  function show(social: Partial<SocialWaysProps["social"]>, props: Partial<SocialWaysProps> = {}) {
    const choose = vi.fn();
    const buttons = items("ab");
    const ui = (some: Partial<SocialWaysProps["social"]>) => (
      <SocialWays social={{ ...still, buttons, choose, ...some }} {...props} />
    );
    const { container, rerender } = render(ui(social));
    const again = (some: Partial<SocialWaysProps["social"]>) => rerender(ui(some));
    return { choose, container, again };
  }

  it("is nothing where there are none", () => {
    const { container } = show({ buttons: [] }, { divider: true });
    expect(container).toBeEmptyDOMElement();
  });

  it("has a word between it and a form that follows", () => {
    const { container } = show({}, { divider: true });
    expect(container.lastElementChild).toHaveTextContent(or);
    expect(show({}).container).not.toHaveTextContent(or);
  });

  it("leads on by a press", async () => {
    const { choose, container } = show({ submit: "ready" });
    expect(container.firstElementChild).toHaveAttribute("data-state", "ready");
    await userEvent.click(button("Continue with B"));
    expect(choose).toHaveBeenCalledExactlyOnceWith("b");
  });

  it("does nothing while the form beside it is sent, and shows what is pending", async () => {
    const buttons = [item("a"), item("b", { state: "pending" })];
    const { choose } = show({ buttons }, { isHeld: true });
    for (const [name, state] of [
      ["A", "held"],
      ["B", "pending"],
    ]) {
      await userEvent.click(button(`Continue with ${name}`));
      expect(button(`Continue with ${name}`)).toHaveAttribute("data-state", state);
    }
    expect(choose).not.toHaveBeenCalled();
  });

  it.each(["danger", "notice"] as const)("says what became of it, as a %s", (tone) => {
    const { again } = show({});
    const alert = screen.getByRole("alert");
    expect(alert).toBeEmptyDOMElement();
    again({ failure, tone });
    expect(alert).toHaveTextContent(en.errors.popup_blocked);
    expect(alert).toHaveAttribute("data-tone", tone);
    expect(alert).toHaveAttribute("data-state", "shown");
    again({ failure: { ...failure, isStale: true }, tone });
    expect(alert).toHaveAttribute("data-state", "stale");
  });

  it("offers another way, with its words as long as that is being gone", async () => {
    const leave = vi.fn();
    const { again } = show({ failure, hosted: { ...hosted, leave } });
    const way = button(en.progress.hosted);
    expect(way).toHaveFocus();
    await userEvent.click(way);
    expect(leave).toHaveBeenCalledOnce();
    const stale = { ...failure, isStale: true };
    again({ failure: stale, hosted: { ...hosted, isPending: true } });
    expect(screen.getByRole("alert")).toHaveAttribute("data-state", "shown");
    expect(way).toHaveAttribute("data-state", "pending");
    again({ failure: stale, hosted });
    expect(screen.getByRole("alert")).toHaveAttribute("data-state", "stale");
    expect(way).toHaveAttribute("data-state", "stale");
    again({ failure: { ...failure, attempt: 2 }, hosted });
    expect(way, "which comes anew with its explanation").not.toBeInTheDocument();
    again({});
    expect(screen.queryByRole("button", { name: en.progress.hosted })).toBeNull();
  });

  it("says that a window is open, which can be given up: then the button has the focus", () => {
    const cancel = vi.fn();
    const buttons = [item("a", { state: "held" }), item("b", { state: "pending" })];
    const { container, again } = show({ submit: "pending" });
    expect(screen.queryByRole("button", { name: cancelWords })).toBeNull();
    expect(screen.queryByText(elsewhere)).toBeNull();
    expect(container.firstElementChild).toHaveAttribute("data-state", "pending");
    again({ submit: "pending", buttons, cancel });
    expect(screen.getByText(elsewhere)).toHaveAttribute("role", "status");
    expect(container.firstElementChild).toHaveAttribute("data-state", "elsewhere");
    fireEvent.click(button(cancelWords));
    expect(cancel).toHaveBeenCalledOnce();
    expect(button("Continue with B")).toHaveFocus();
  });

  it.each([
    ["pending", undefined, true],
    ["pending", () => {}, false],
    ["ready", undefined, false],
  ] as const)("that is %s says in time that it is slow, unless a window is open", (...row) => {
    const [submit, cancel, isSlow] = row;
    vi.useFakeTimers();
    show({ submit, cancel });
    expect(screen.queryByText(en.progress.slow)).toBeNull();
    act(() => void vi.advanceTimersByTime(60_000));
    expect(screen.queryByText(en.progress.slow) !== null).toBe(isSlow);
  });
});
