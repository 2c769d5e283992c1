import "@testing-library/jest-dom/vitest";
import { render, screen, waitFor } from "@testing-library/react";
import { encode } from "uqr";
import { expect, it } from "vitest";
import { QrCode } from "./qr-code.js";

it.each(["otpauth://totp/board:ada?secret=JBSWY3DPEHPK3PXP", "1", "ä".repeat(200)])(
  "draws every dark module of %j and no other, with four modules of white around",
  async (text) => {
    render(<QrCode text={text} label="To scan" />);
    const picture = screen.getByRole("img", { name: "To scan" });
    await waitFor(() => expect(picture).toHaveAttribute("data-state", "drawn"));
    const { data, size } = encode(text, { border: 0 });
    expect(picture).toHaveAttribute("viewBox", `0 0 ${size + 8} ${size + 8}`);
    expect(picture.outerHTML).not.toContain("otpauth");
    const [white, black] = picture.querySelectorAll("path");
    expect(white).toHaveAttribute("fill", "#fff");
    expect(black).toHaveAttribute("fill", "#000");
    expect(modulesOf(black?.getAttribute("d") ?? "", size)).toEqual(data);
  },
);

it("keeps its place before its encoder is there", () => {
  render(<QrCode text="1" label="To scan" />);
  const picture = screen.getByRole("img");
  expect(picture).toHaveAttribute("data-state", "loading");
  expect(picture).toHaveAttribute("width", "192");
});

/** The modules that a path paints dark. */
function modulesOf(path: string, size: number): boolean[][] {
  const modules = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    modules[Number(y) - 4]?.fill(true, Number(x) - 4, Number(x) - 4 + Number(length));
  }
  return modules;
}
