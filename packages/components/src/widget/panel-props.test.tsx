import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, test } from "vitest";
import { panelProps } from "./panel-props.js";
import type { Shown } from "./shown.js";
import type { WidgetPanelOptions } from "./widget-options.js";

const views = ["login", "signup", "passwordless", "resetPassword", "mfa"] as const;
const places = ["logo", "title", "message", "terms"] as const;

/** What a browser shows of it. */
const markupOf = (shown: ReactNode) => render(<p>{shown}</p>).container.innerHTML;

function link(text: string): HTMLElement {
  const made = document.createElement("a");
  made.textContent = text;
  return made;
}

describe("the options of a page without React", () => {
  test("are the panel's as they are, and no option is made up", () => {
    const given = { connections: ["github"], initialView: "signup" } as const;
    const all = Object.fromEntries(views.map((view) => [view, undefined]));
    expect(panelProps({})).toStrictEqual(all);
    expect(panelProps(given)).toStrictEqual({ ...given, ...all });
  });

  test.each(views)("for the view %s are that view's", (view) => {
    const props = panelProps({ [view]: { title: "Hello" } } as WidgetPanelOptions);
    expect(props[view]).toStrictEqual({ title: "Hello" });
    expect(props).not.toHaveProperty("title");
  });

  test.each(places)("show a text, nothing or a node as %s", (place) => {
    const shownAs = (shown: Shown) => {
      const options = { login: { [place]: shown } } as WidgetPanelOptions;
      return (panelProps(options).login as Record<string, ReactNode>)[place];
    };
    expect(shownAs("Hello")).toBe("Hello");
    expect(shownAs("")).toBe("");
    expect(shownAs(null)).toBeNull();
    const own = link("terms");
    expect(markupOf(shownAs(own))).toBe("<p><span><a>terms</a></span></p>");
    expect(own.isConnected).toBe(true);
    expect(panelProps({ login: { [place]: undefined } }).login).toStrictEqual({});
  });

  test("show what a fragment held, each time", () => {
    const message = document.createDocumentFragment();
    message.append(link("news"), " first");
    const { message: shown } = panelProps({ message });
    expect(markupOf(shown)).toBe("<p><span><a>news</a> first</span></p>");
    expect(message.hasChildNodes()).toBe(false);
    expect(markupOf(shown)).toBe("<p><span><a>news</a> first</span></p>");
    message.append("something else");
    expect(markupOf(shown)).toBe("<p><span>something else</span></p>");
    expect(markupOf(panelProps({ message: document.createDocumentFragment() }).message)).toBe(
      "<p><span></span></p>",
    );
  });
});
