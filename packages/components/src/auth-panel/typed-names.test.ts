// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { createNameKeeper } from "./typed-names.js";

describe("createNameKeeper", () => {
  it("reads names, and no secret", () => {
    const names = createNameKeeper();
    names.read(
      page(`<input name="email" value=" ada@example.com "><input name="password" value="engine">`),
    );
    expect(names.get()).toEqual({ email: "ada@example.com" });
  });

  it("keeps what a form does not ask for, and forgets what was emptied", () => {
    const names = createNameKeeper();
    names.read(page(`<input name="email" value="ada@example.com">`));
    names.read(page(`<input name="username" value="ada">`));
    expect(names.get()).toEqual({ email: "ada@example.com", username: "ada" });
    names.read(page(`<input name="email" value="">`));
    expect(names.get()).toEqual({ email: "", username: "ada" });
    names.read(null);
    expect(names.get()).toEqual({ email: "", username: "ada" });
  });

  it.each([
    ["ada@example.com", { email: "ada@example.com" }],
    ["+4930901820", { phone: "+4930901820" }],
    ["ada", { username: "ada" }],
    ["", {}],
    [undefined, {}],
  ])("tells what %j is", (name, kept) => {
    const names = createNameKeeper();
    names.take(name);
    expect(names.get()).toEqual(kept);
  });

  it("takes an address for one where a user name is asked for too", () => {
    const names = createNameKeeper();
    names.read(page(`<input name="username" value="ada@example.com">`));
    expect(names.get()).toEqual({ email: "ada@example.com" });
  });
});

function page(inputs: string): HTMLElement {
  const element = document.createElement("div");
  element.innerHTML = `<form>${inputs}</form>`;
  return element;
}
