import "@testing-library/jest-dom/vitest";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { Tabs, tabId } from "./tabs.js";

keepConsoleQuiet();

describe("Tabs", () => {
  it("is one stop of the keyboard, and names what it changes", async () => {
    render(<Three />);
    await userEvent.tab();
    expect(tab("One")).toHaveFocus();
    expect(tab("One")).toHaveAttribute("aria-controls", "panel");
    expect(screen.getByRole("tabpanel", { name: "One" })).toHaveTextContent("one");
    await userEvent.tab();
    expect(document.body).toHaveFocus();
  });

  it.each([
    ["ltr", "{ArrowRight}", "Two"],
    ["ltr", "{ArrowLeft}", "Three"],
    ["ltr", "{ArrowRight}{ArrowRight}{ArrowRight}", "One"],
    ["ltr", "{End}", "Three"],
    ["ltr", "{End}{Home}", "One"],
    ["rtl", "{ArrowLeft}", "Two"],
    ["rtl", "{ArrowRight}", "Three"],
  ])("chooses by arrow keys, %s: %s", async (dir, keys, chosen) => {
    render(
      <div style={{ direction: dir === "rtl" ? "rtl" : "ltr" }}>
        <Three />
      </div>,
    );
    await userEvent.tab();
    await userEvent.keyboard(keys);
    expect(tab(chosen)).toHaveFocus();
    expect(tab(chosen)).toHaveAttribute("aria-selected", "true");
    expect(screen.getByRole("tabpanel", { name: chosen })).toBeInTheDocument();
  });

  it("leaves Alt and an arrow to the browser, whose way back it is", async () => {
    render(<Three />);
    await userEvent.tab();
    await userEvent.keyboard("{Alt>}{ArrowLeft}{/Alt}");
    expect(tab("One")).toHaveFocus();
  });

  it("chooses by a click, and says nothing of the one that is chosen", async () => {
    const onSelect = vi.fn();
    render(<Three onSelect={onSelect} />);
    await userEvent.click(tab("One"));
    expect(onSelect).not.toHaveBeenCalled();
    await userEvent.click(tab("Two"));
    expect(onSelect).toHaveBeenCalledExactlyOnceWith("two");
  });
});

function Three({ onSelect }: { readonly onSelect?: (name: string) => void }) {
  const [selected, setSelected] = useState("one");
  const tabs = ["One", "Two", "Three"].map((label) => ({ name: label.toLowerCase(), label }));
  const select = (name: string) => {
    onSelect?.(name);
    setSelected(name);
  };
  return (
    <>
      <Tabs aria-label="Which" {...{ tabs, selected }} panelId="panel" onSelect={select} />
      <div id="panel" role="tabpanel" aria-labelledby={tabId("panel", selected)}>
        {selected}
      </div>
    </>
  );
}

function tab(name: string): HTMLElement {
  return screen.getByRole("tab", { name });
}
