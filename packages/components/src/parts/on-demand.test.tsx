import "@testing-library/jest-dom/vitest";
import { act, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { onDemand, useOnDemand, type OnDemand } from "./on-demand.js";

keepConsoleQuiet();
afterEach(() => vi.unstubAllGlobals());

function Shown({ code }: { readonly code: OnDemand<string> }): ReactNode {
  return <p>{useOnDemand(code) ?? "room"}</p>;
}

describe("onDemand", () => {
  it("loads nothing before somebody needs it, and then once", async () => {
    const fetchCode = vi.fn(async () => "code");
    const code = onDemand(fetchCode);
    expect(code.get()).toBeUndefined();
    expect(fetchCode).not.toHaveBeenCalled();
    const loads = await Promise.all([code.load(), code.load()]);
    expect([...loads, await code.load(), code.get()]).toEqual(["code", "code", "code", "code"]);
    expect(fetchCode).toHaveBeenCalledOnce();
  });

  it("tries again after it could not be had", async () => {
    const refusal = new Error("offline");
    const fetchCode = vi.fn(async () => "code").mockRejectedValueOnce(refusal);
    const code = onDemand(fetchCode);
    await expect(code.load()).rejects.toBe(refusal);
    expect(await code.load()).toBe("code");
  });
});

describe("useOnDemand", () => {
  it("gives the code as soon as it is there, and at once to whoever comes later", async () => {
    const code = onDemand(async () => "code");
    render(<Shown code={code} />);
    expect(screen.getByText("room")).toBeInTheDocument();
    expect(await screen.findByText("code")).toBeInTheDocument();
    render(<Shown code={code} />);
    expect(screen.getAllByText("code")).toHaveLength(2);
  });

  it("leaves what stands in its place, and reports, where it can't be had", async () => {
    const reported = vi.fn();
    vi.stubGlobal("reportError", reported);
    const refusal = new Error("offline");
    const code = onDemand(vi.fn(async () => "code").mockRejectedValueOnce(refusal));
    render(<Shown code={code} />);
    await vi.waitFor(() => expect(reported).toHaveBeenCalledWith(refusal));
    expect(screen.getByText("room")).toBeInTheDocument();
    await act(() => code.load());
    expect(screen.getByText("code")).toBeInTheDocument();
  });

  it("loads nothing on a server, and hydrates its page in silence whether or not the code is there", async () => {
    const fetchCode = vi.fn(async () => "code");
    const code = onDemand(fetchCode);
    const html = renderToString(<Shown code={code} />);
    expect(html).toContain("room");
    expect(fetchCode).not.toHaveBeenCalled();
    for (const isThere of [false, true]) {
      if (isThere) await code.load();
      const container = document.body.appendChild(document.createElement("div"));
      container.innerHTML = html;
      const onRecoverableError = vi.fn();
      const { unmount } = render(<Shown code={code} />, {
        container,
        hydrate: true,
        onRecoverableError,
      });
      expect(await screen.findByText("code")).toBeInTheDocument();
      expect(onRecoverableError).not.toHaveBeenCalled();
      unmount();
    }
  });
});
