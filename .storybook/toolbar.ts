import type { Preview } from "@storybook/react-vite";
import { locales, titleOf } from "./dictionaries.js";
import { faults } from "./fault.js";
import { engines } from "./local-tenant.js";

type Globals = NonNullable<Preview["initialGlobals"]>;
type GlobalTypes = NonNullable<Preview["globalTypes"]>;
type Icon = NonNullable<NonNullable<GlobalTypes[string]["toolbar"]>["icon"]>;

/** What the toolbar starts with. */
export const initialGlobals: Globals = {
  theme: "light",
  locale: "en",
  direction: "auto",
  fault: "none",
  engine: "fake",
};

/** What can be chosen in the toolbar, for all stories at once. */
export const globalTypes: GlobalTypes = {
  theme: choice("Theme", "mirror", { light: "Light", dark: "Dark" }),
  locale: choice("Language", "globe", titlesOf(locales)),
  direction: choice("Direction of the text", "transfer", {
    auto: "As the language",
    ltr: "Left to right",
    rtl: "Right to left",
  }),
  fault: choice("Network", "lightning", faults),
  engine: choice("Engine", "database", engines),
};

/** Sizes of screens, for the viewport of the toolbar. */
export const viewports = {
  small: screen("Small phone", 320, 640),
  phone: screen("Phone", 390, 844),
  tablet: screen("Tablet", 768, 1024),
  desktop: screen("Desktop", 1280, 900),
} as const;

function choice(
  description: string,
  icon: Icon,
  titles: Readonly<Record<string, string>>,
): GlobalTypes[string] {
  const items = Object.entries(titles).map(([value, title]) => ({ value, title }));
  return { description, toolbar: { title: description, icon, items, dynamicTitle: true } };
}

function titlesOf(names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, titleOf(name)]));
}

function screen(name: string, width: number, height: number) {
  return { name, styles: { width: `${width}px`, height: `${height}px` } };
}
