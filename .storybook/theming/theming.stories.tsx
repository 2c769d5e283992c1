import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fireEvent, spyOn, userEvent, waitFor, within } from "storybook/test";
import { fakeError } from "../../packages/core/src/testing/index.js";
import { contrastIn, pairs } from "./contrast.js";
import { presets } from "./presets.js";
import { ThemeEditor } from "./theme-editor.js";
import { TokenTable } from "./token-table.js";
import { tokenGroups, tokens } from "./tokens.js";

const meta: Meta = {
  title: "Theming",
  tags: ["!autodocs"],
  // A refused sign-in shows the colour of what is wrong.
  parameters: { client: { login: () => Promise.reject(fakeError("invalid_credentials")) } },
};

export default meta;

type Story = StoryObj;

/** Choose, look, copy. */
export const Editor: Story = { render: () => <ThemeEditor /> };

/** What is chosen is what is seen, and what is seen is what is copied. */
export const Copied: Story = {
  ...Editor,
  tags: ["!dev"],
  play: async ({ canvas }) => {
    const copy = spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    const preview = within(canvas.getByRole("region", { name: "Preview" }));
    await preview.findByLabelText("E-mail");
    await fireEvent.input(canvas.getByLabelText("Primary button"), {
      target: { value: "#7a1f3d" },
    });
    await fireEvent.input(canvas.getByLabelText(/^Corners of controls/), {
      target: { value: "0" },
    });
    await waitFor(async () => {
      const look = getComputedStyle(preview.getByRole("button", { name: "Sign in" }));
      await expect(look.backgroundColor).toBe("rgb(122, 31, 61)");
      await expect(look.borderRadius).toBe("0px");
    });
    await userEvent.click(canvas.getByRole("button", { name: "Copy CSS" }));
    await expect(canvas.getByText("Copied.")).toBeVisible();
    await expect(copy).toHaveBeenCalledWith(
      [
        ":root {",
        "  --portico-accent: light-dark(#7a1f3d, oklch(0.55 0.17 262));",
        "  --portico-control-radius: 0px;",
        "}\n",
      ].join("\n"),
    );
    await fireEvent.input(canvas.getByLabelText("Words"), { target: { value: "#cccccc" } });
    await expect(
      canvas.getByText(/^Too close.*: words on the card, words in inputs/),
    ).toBeVisible();
    await userEvent.click(canvas.getByRole("button", { name: "Reset" }));
    await expect(canvas.getByText("Back to the defaults.")).toBeVisible();
    await expect(canvas.getByRole("region", { name: "Your rule" })).toHaveTextContent(
      "Nothing to set",
    );
  },
};

/** Where nothing may be copied, the rule is selected, to be copied by hand. */
export const NotCopied: Story = {
  ...Editor,
  tags: ["!dev"],
  play: async ({ canvas }) => {
    spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("no"));
    await userEvent.click(canvas.getByRole("button", { name: "Warm" }));
    await userEvent.click(canvas.getByRole("button", { name: "Copy CSS" }));
    await expect(canvas.getByText(/The rule is selected/)).toBeVisible();
    await expect(String(window.getSelection())).toMatch(/^:root \{\n {2}--portico-accent: /);
  },
};

/** The properties, as the style sheet and the README have them. */
export const Properties: Story = {
  tags: ["!dev"],
  render: () => <TokenTable />,
  play: async ({ canvas }) => {
    const told = tokenGroups.flatMap((group) => group.tokens.map(({ name }) => name));
    await expect(told.toSorted()).toEqual(tokens.map(({ name }) => name).toSorted());
    await expect(tokens.filter(({ light }) => /light-dark|portico/.test(light))).toEqual([]);
    await expect(canvas.getByRole("row", { name: /--portico-accent/ })).toHaveTextContent(
      "oklch(0.55 0.17 262)",
    );
    const unread = presets.flatMap(({ name, theme }) =>
      pairs.flatMap((pair) =>
        (["light", "dark"] as const)
          .filter((scheme) => contrastIn(theme, pair, scheme) < pair.least)
          .map((scheme) => `${name}: ${pair.words}, ${scheme}`),
      ),
    );
    await expect(unread).toEqual([]);
  },
};
