import "@testing-library/jest-dom/vitest";
import { render, screen } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import { Block } from "./block.js";

keepConsoleQuiet();

afterEach(() => void vi.unstubAllGlobals());

describe("Block, framed", () => {
  it("shows what stands in it where nobody frames the page", () => {
    show();
    expect(screen.getByLabelText("Password")).toBeInTheDocument();
  });

  it("shows it inside a page of the same origin", () => {
    frameBy(ownPage);
    show();
    expect(screen.getByLabelText("Password")).toBeInTheDocument();
  });

  it.each([
    ["another origin", () => foreignPage],
    ["one of our own that another origin frames", () => ({ ...ownPage, parent: foreignPage })],
    ["a page that tells another origin", () => ({ location: { origin: "https://evil.example" } })],
  ])("shows the way out instead inside %s", (_, page) => {
    frameBy(page());
    const { container } = show();
    expect(screen.queryByLabelText("Password")).toBeNull();
    expect(container).toHaveTextContent(en.progress.framed);
    const way = screen.getByRole("link", { name: en.progress.framedOpen });
    expect(way).toHaveAttribute("href", window.location.href);
    expect(way).toHaveAttribute("target", "_top");
  });

  it("shows it where the app wants to be framed", () => {
    frameBy(foreignPage);
    render(<Block allowFraming>{field}</Block>);
    expect(screen.getByLabelText("Password")).toBeInTheDocument();
  });

  it("renders on a server as it is, and looks around once React takes over", () => {
    frameBy(foreignPage);
    const container = document.body.appendChild(document.createElement("div"));
    container.innerHTML = renderToString(<Block>{field}</Block>);
    expect(screen.getByLabelText("Password")).toBeInTheDocument();
    render(<Block>{field}</Block>, { container, hydrate: true });
    expect(screen.queryByLabelText("Password")).toBeNull();
  });

  it("says it in other words, in the place of the component", () => {
    frameBy(foreignPage);
    render(
      <Block className="ours" messages={{ progress: { framedOpen: "Hinaus" } }}>
        {field}
      </Block>,
    );
    expect(screen.getByRole("link", { name: "Hinaus" })).toBeInTheDocument();
    expect(screen.getByRole("region", { name: "Hinaus" })).toHaveClass("ours");
  });
});

const field = <input aria-label="Password" />;
const ownPage = { location: { origin: window.location.origin }, parent: undefined as unknown };
ownPage.parent = ownPage;
const foreignPage = {
  get location(): never {
    throw new DOMException("Blocked a frame from accessing a cross-origin frame.", "SecurityError");
  },
};

function show() {
  return render(<Block>{field}</Block>);
}

function frameBy(page: object): void {
  vi.stubGlobal("parent", page);
}
