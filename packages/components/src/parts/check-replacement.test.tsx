import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { checkReplacement, type Given } from "./check-replacement.js";

const warn = vi.spyOn(console, "warn");
beforeEach(() => void warn.mockReset().mockImplementation(() => {}));

/** A field of a name of its own for each check, since nothing is said twice. */
let count = 0;

function said(given: Given, field: (name: string) => ReactNode): readonly string[] {
  const name = `field-${(count += 1)}`;
  const { container } = render(field(name));
  checkReplacement("TextField", { name, ...given }, container.querySelector(".control"));
  return warn.mock.calls.map(([text]) => String(text).replace(name, "it"));
}

function warning(what: string, so: string, remedy: string): string {
  return `Portico: the replacement of TextField for "it" ${what}. ${so}. Pass on ${remedy}.`;
}

describe("A replacement", () => {
  it.each<[string, (name: string) => ReactNode]>([
    [
      "a label around it",
      (name) => (
        <label>
          Name <input className="control" name={name} />
        </label>
      ),
    ],
    ["a label of its own", (name) => <input className="control" name={name} aria-label="Name" />],
    [
      "the label of something else",
      (name) => (
        <div className="control" aria-labelledby="other" {...{ name }}>
          ...
        </div>
      ),
    ],
  ])("of which nothing is missed, with %s, is passed over", (_label, field) => {
    expect(said({}, field)).toEqual([]);
  });

  it("of something without a name, or that is no field, is passed over", () => {
    const label = { autoComplete: "off", error: "Wrong." };
    expect(said({ ...label, name: "" }, () => <p className="control" />)).toEqual([]);
    expect(said({ ...label, name: undefined }, () => <p className="control" />)).toEqual([]);
    expect(said({ ...label, name: 1 }, () => <p />)).toEqual([]);
  });

  it("that gives no element is told so, and nothing else", () => {
    expect(said({ autoComplete: "off", error: "Wrong." }, () => <p />)).toEqual([
      warning("gives no element to innerRef", "The field can't get the focus", "innerRef"),
    ]);
  });

  it("that has lost its name or its label is told so", () => {
    expect(said({}, () => <input className="control" name="other" />)).toEqual([
      warning("has lost the name", "The form can't read the field", "name"),
      warning("has no label", "Screen readers can't name the field", "label"),
    ]);
  });

  it.each([
    ["tel", "tel", false],
    ["tel", "off", true],
    ["tel", undefined, true],
    [undefined, "tel", false],
    [1, undefined, false],
  ])("that was given autocomplete %s and has %s has lost it: %s", (given, has, isLost) => {
    const lost = warning(
      'has lost autocomplete="tel"',
      "Browsers can't fill it in",
      "autoComplete",
    );
    expect(
      said({ autoComplete: given }, (name) => (
        <input className="control" aria-label="Name" name={name} autoComplete={has} />
      )),
    ).toEqual(isLost ? [lost] : []);
  });

  it.each([
    ["Wrong.", undefined, true],
    ["Wrong.", "", true],
    ["Wrong.", "nowhere", true],
    ["Wrong.", "empty", true],
    ["Wrong.", "words", false],
    ["Wrong.", "empty  nowhere words", false],
    [undefined, undefined, false],
    ["", "nowhere", false],
  ])("with the error %j, described by %j, shows none: %s", (error, describedBy, isUnseen) => {
    const unseen = warning("shows no error", "Nobody learns what is wrong", remedy);
    expect(
      said({ error }, (name) => (
        <>
          <input className="control" aria-label="Name" name={name} aria-describedby={describedBy} />
          <p id="empty" />
          <p id="words">Wrong.</p>
        </>
      )),
    ).toEqual(isUnseen ? [unseen] : []);
  });

  it("is told once, each of them for itself", () => {
    for (const part of ["TextField", "TextField", "PhoneField"]) {
      checkReplacement(part, { name: "once" }, null);
    }
    checkReplacement("TextField", { name: "twice" }, null);
    expect(warn).toHaveBeenCalledTimes(3);
  });
});

const remedy = "error and aria-describedby";
