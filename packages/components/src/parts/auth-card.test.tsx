import "@testing-library/jest-dom/vitest";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import { MessagesProvider } from "../i18n/messages-provider.js";
import { AuthCard, type AuthCardProps } from "./auth-card.js";
import { InnerCardContext } from "./inner-card.js";

keepConsoleQuiet();

function show(props: Partial<AuthCardProps>, wrap = (card: ReactNode) => card) {
  return render(
    wrap(
      <AuthCard heading="Welcome" label="Sign in" {...props}>
        <p>Content</p>
      </AuthCard>,
    ),
  );
}

function inner(card: ReactNode): ReactNode {
  return (
    <InnerCardContext value={{ nameId: "outer-name", hasTabs: true }}>
      <div role="dialog" aria-labelledby="outer-name">
        {card}
      </div>
    </InnerCardContext>
  );
}

describe("AuthCard", () => {
  it("is named by its heading", () => {
    show({});
    const card = screen.getByRole("region", { name: "Welcome" });
    expect(card).not.toHaveAttribute("aria-label");
    expect(card).not.toHaveAttribute("tabindex");
    expect(card).not.toHaveAttribute("aria-describedby");
    expect(card).toHaveClass("portico-card");
    expect(card).toHaveAttribute("data-part", "card");
    expect(card.firstElementChild).toHaveClass("portico-body");
    expect(screen.getByRole("heading", { level: 2, name: "Welcome" })).toHaveClass("portico-title");
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.queryByRole("note")).toBeNull();
  });

  it.each([null, undefined, false, ""])("is named by its label where its heading is %j", (none) => {
    const { container } = show({ heading: none, text: none, message: none });
    const card = screen.getByRole("region", { name: "Sign in" });
    expect(card).not.toHaveAttribute("aria-labelledby");
    expect(card).not.toHaveAttribute("aria-describedby");
    expect(container).toHaveTextContent(/^Content$/);
    expect(screen.queryByRole("heading")).toBeNull();
    expect(screen.queryByRole("note")).toBeNull();
    expect(container.querySelector("[data-part=header]")).toBeNull();
  });

  it("shows a number like any other words", () => {
    show({ heading: 0, text: 0 });
    expect(screen.getByRole("heading")).toHaveTextContent("0");
    expect(screen.getAllByText("0")).toHaveLength(2);
  });

  it("has a text below the heading, or without one", () => {
    const { container, rerender } = show({ text: "A few words." });
    const text = screen.getByText("A few words.");
    expect(text).toHaveClass("portico-text");
    expect(text.previousElementSibling).toBe(screen.getByRole("heading"));
    rerender(
      <AuthCard heading={null} label="Sign in" text="A few words.">
        <p>Content</p>
      </AuthCard>,
    );
    expect(screen.queryByRole("heading")).toBeNull();
    expect(container.querySelector(".portico-header")).toHaveTextContent(/^A few words\.$/);
  });

  it("says first what the app has to say, also to who only hears of the card", () => {
    show({ message: "You were signed out." });
    expect(screen.getByRole("note")).toHaveTextContent("You were signed out.");
    expect(screen.getByRole("note")).toHaveClass("portico-message");
    expect(screen.getByRole("region")).toHaveAccessibleDescription("You were signed out.");
  });

  it("leads back where there is a step before, without the event of the press", async () => {
    const onBack = vi.fn();
    const onSubmit = vi.fn((event) => event.preventDefault());
    show({ onBack }, (card) => <form onSubmit={onSubmit}>{card}</form>);
    const back = screen.getByRole("button", { name: en.progress.back });
    expect(back).toHaveClass("portico-back");
    await userEvent.click(back);
    expect(onBack).toHaveBeenCalledExactlyOnceWith();
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it("tells its language and its direction", () => {
    show({}, (card) => (
      <MessagesProvider messages={{ locale: "he", direction: "rtl" }}>{card}</MessagesProvider>
    ));
    expect(screen.getByRole("region")).toHaveAttribute("lang", "he");
    expect(screen.getByRole("region")).toHaveAttribute("dir", "rtl");
  });

  it("takes the attributes of a section", () => {
    let element: HTMLElement | null = null;
    const keep = (found: HTMLElement | null) => void (element = found);
    render(<AuthCard heading="Welcome" label="" className="mine" id="card" ref={keep} />);
    const card = screen.getByRole("region");
    expect(card).toHaveClass("portico-card", "mine");
    expect(card).toHaveAttribute("id", "card");
    expect(element).toBe(card);
  });
});

describe("AuthCard on another surface", () => {
  it("is a part of that, which is named by its heading and can have the focus", () => {
    const { container } = show({ className: "mine" }, inner);
    expect(screen.getByRole("dialog", { name: "Welcome" })).toBeInTheDocument();
    const view = screen.getByRole("region", { name: "Welcome" });
    expect(view).toHaveClass("portico-view", "mine");
    expect(view).toHaveAttribute("tabindex", "-1");
    expect(container.querySelector("[data-part=body]")).toBeNull();
    expect(screen.queryByText("Sign in")).toBeNull();
  });

  it("names that by its label, unseen, where it has no heading", () => {
    show({ heading: null }, inner);
    expect(screen.getByRole("dialog", { name: "Sign in" })).toBeInTheDocument();
    expect(screen.getByRole("region", { name: "Sign in" })).not.toHaveAttribute("aria-label");
    expect(screen.getByText("Sign in")).not.toBeVisible();
  });
});
