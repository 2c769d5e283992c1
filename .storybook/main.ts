import type { StorybookConfig } from "@storybook/react-vite";
import remarkGfm from "remark-gfm";

const config: StorybookConfig = {
  stories: [
    "./docs/**/*.mdx",
    "./{states,live,theming}/*.@(mdx|stories.tsx)",
    "../packages/*/src/**/*.stories.tsx",
  ],
  framework: "@storybook/react-vite",
  addons: [
    {
      name: "@storybook/addon-docs",
      // Tables, as in the READMEs.
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm] } } },
    },
    "@storybook/addon-a11y",
    "@storybook/addon-vitest",
  ],
  // The other reader of prop tables needs TypeScript's JavaScript API, which version 7 does not have.
  typescript: { reactDocgen: "react-docgen" },
  // Its lessons about Storybook would stand above our stories.
  features: { sidebarOnboardingChecklist: false },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
};

export default config;
