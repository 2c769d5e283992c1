import type { Preview } from "@storybook/react-vite";
import { useEffect } from "react";
import { configure } from "storybook/test";
import { checkEveryLook } from "./every-look.js";
import "../packages/components/src/styles.css";
import { FakeTenant } from "./fake-tenant.js";
import "./preview.css";

// A view that is loaded when it is asked for may take a moment on a busy machine.
configure({ asyncUtilTimeout: 4000 });

const preview: Preview = {
  tags: ["autodocs"],
  parameters: {
    layout: "fullscreen",
    a11y: { test: "error" },
    controls: { expanded: true },
    options: {
      storySort: {
        order: [
          "Welcome",
          "Architecture",
          "AuthPanel",
          "Login",
          "Signup",
          "Passwordless",
          "ResetPassword",
          "Mfa",
          "Social buttons",
          "LinkAccounts",
          "UserMenu",
          "Languages",
        ],
      },
    },
  },
  initialGlobals: { theme: "light", direction: "ltr" },
  globalTypes: {
    theme: {
      description: "Theme",
      toolbar: { title: "Theme", icon: "mirror", items: ["light", "dark"], dynamicTitle: true },
    },
    direction: {
      description: "Direction of the text",
      toolbar: { title: "Direction", icon: "transfer", items: ["ltr", "rtl"], dynamicTitle: true },
    },
  },
  afterEach: async ({ parameters }) => {
    // Too slow for whoever leafs through the stories; the tests of all stories ask it of each.
    if (import.meta.env["VITEST"] && parameters["a11y"]?.test !== "off") await checkEveryLook();
    // For whoever takes pictures of the stories.
    document.documentElement.dataset["played"] = "";
  },
  decorators: [
    (Story, { globals, parameters }) => {
      const theme = String(globals["theme"]);
      const direction = String(globals["direction"]);
      useEffect(() => {
        document.documentElement.dataset["theme"] = theme;
        document.documentElement.dir = direction;
      }, [theme, direction]);
      return (
        <main className="preview-stage">
          {parameters["client"] === "own" ? (
            <Story />
          ) : (
            <FakeTenant {...parameters["client"]}>
              <Story />
            </FakeTenant>
          )}
        </main>
      );
    },
  ],
};

export default preview;
