import "@testing-library/jest-dom/vitest";
import { fireEvent, render } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { Avatar, type AvatarProps } from "./avatar.js";

keepConsoleQuiet();
afterEach(() => void vi.restoreAllMocks());

const picture = "https://cdn.example/ada.png";

function show(props: AvatarProps) {
  const { container, rerender } = render(<Avatar {...props} />);
  const circle = () => container.firstElementChild;
  return {
    circle,
    image: () => circle()?.querySelector("img"),
    again: (next: AvatarProps) => rerender(<Avatar {...next} />),
  };
}

describe("Avatar", () => {
  it.each([
    [{ picture, initials: "AL" }, "picture", ""],
    [{ initials: "AL" }, "initials", "AL"],
    [{ picture: "", initials: "AL" }, "initials", "AL"],
    [{}, "empty", ""],
  ])("of %j shows its %s", (props, state, text) => {
    const { circle, image } = show(props);
    expect(circle()).toHaveAttribute("data-state", state);
    expect(circle()?.textContent).toBe(text);
    expect(image()?.getAttribute("src")).toBe(state === "picture" ? picture : undefined);
  });

  it("names nobody, and tells nobody from which page it asks", () => {
    const { circle, image } = show({ picture, className: "mine", title: "Ada" });
    expect(circle()).toHaveAttribute("aria-hidden", "true");
    expect(circle()).toHaveClass("portico-avatar", "mine");
    expect(circle()).toHaveAttribute("title", "Ada");
    expect(image()).toHaveAttribute("alt", "");
    expect(image()).toHaveAttribute("referrerpolicy", "no-referrer");
  });

  it("shows the initials where the picture does not load, and tries another picture", () => {
    const { circle, image, again } = show({ picture, initials: "AL" });
    const [first] = [image()];
    if (first) fireEvent.error(first);
    expect(circle()).toHaveTextContent("AL");
    expect(image()).toBeNull();
    again({ picture, initials: "AL" });
    expect(circle()).toHaveAttribute("data-state", "initials");
    again({ picture: `${picture}?2`, initials: "AL" });
    expect(image()).toHaveAttribute("src", `${picture}?2`);
  });

  it.each([
    ["has failed", true, 0, "initials"],
    ["is there", true, 80, "picture"],
    ["is on its way", false, 0, "picture"],
  ])("of a server's page whose picture %s shows it so", (_how, complete, naturalWidth, state) => {
    vi.spyOn(HTMLImageElement.prototype, "complete", "get").mockReturnValue(complete);
    vi.spyOn(HTMLImageElement.prototype, "naturalWidth", "get").mockReturnValue(naturalWidth);
    const { circle, again } = show({ picture, initials: "AL" });
    expect(circle()).toHaveAttribute("data-state", state);
    again({ picture: `${picture}?2`, initials: "AL" });
    expect(circle()).toHaveAttribute("data-state", state);
  });
});
