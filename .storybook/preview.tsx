import type { Preview } from "@storybook/react-vite";
import { configure } from "storybook/test";
import { wordsOf } from "./dictionaries.js";
import { checkEveryLook } from "./every-look.js";
import "../packages/components/src/styles.css";
import { FakeTenant } from "./fake-tenant.js";
import "./preview.css";
import { Surroundings } from "./surroundings.js";
import { globalTypes, initialGlobals, viewports } from "./toolbar.js";

// A view that is loaded when it is asked for may take a moment on a busy machine.
configure({ asyncUtilTimeout: 4000 });

const preview: Preview = {
  tags: ["autodocs"],
  parameters: {
    layout: "fullscreen",
    a11y: { test: "error" },
    controls: { expanded: true },
    viewport: { options: viewports },
    options: {
      storySort: {
        order: [
          "Welcome",
          "Architecture",
          "Adding",
          "Theming",
          "Pitfalls",
          "Security",
          "Deploying",
          "Browsers",
          "Migrating",
          "State explorer",
          "AuthPanel",
          "Login",
          "Signup",
          "Signup with more to ask",
          "Passwordless",
          "Passwordless, sent",
          "ResetPassword",
          "Mfa",
          "Mfa, set up",
          "Social buttons",
          "LinkAccounts",
          "UserMenu",
          "Languages",
          "Live",
          "API reference",
        ],
      },
    },
  },
  initialGlobals,
  globalTypes,
  // English is what the components say by themselves.
  loaders: [
    async ({ globals }) => ({
      words: globals["locale"] === "en" ? undefined : await wordsOf(globals["locale"]),
    }),
  ],
  afterEach: async ({ parameters }) => {
    // Too slow for whoever leafs through the stories; the tests of all stories ask it of each.
    if (import.meta.env["VITEST"] && parameters["a11y"]?.test !== "off") await checkEveryLook();
    // For whoever takes pictures of the stories.
    document.documentElement.dataset["played"] = "";
  },
  decorators: [
    (Story, { globals, loaded, parameters }) => (
      <main className="preview-stage">
        <Surroundings globals={globals} words={loaded["words"]}>
          {parameters["client"] === "own" ? (
            <Story />
          ) : (
            <FakeTenant {...parameters["client"]}>
              <Story />
            </FakeTenant>
          )}
        </Surroundings>
      </main>
    ),
  ],
};

export default preview;
