import { fence } from "./fence.mjs";
import { packageOverrides } from "./package-overrides.mjs";
import { packages } from "./packages.mjs";

/** All of .oxlintrc.json. Of two overrides that match a file the later one counts, whole. */
export function lintConfig() {
  return {
    $schema: "./node_modules/oxlint/configuration_schema.json",
    plugins: ["typescript", "react", "jsx-a11y", "import", "unicorn", "oxc", "vitest"],
    categories: { correctness: "error" },
    ignorePatterns: ["**/dist", "storybook-static"],
    rules: {
      "import/no-cycle": "error",
      // Objects here are closures that never use `this`, so a method may be passed on alone.
      "typescript/unbound-method": "off",
      // The compiler infers them, and a wrong call fails to compile all the same.
      "vitest/require-mock-type-parameters": "off",
      ...fence(),
    },
    overrides: [
      ...Object.entries(packages).flatMap(([name, house]) => packageOverrides(name, house)),
      {
        files: [
          "packages/{react,components}/**",
          "apps/{demo,bench}/**",
          "apps/checks/examples/**",
          ".storybook/**",
        ],
        rules: reactRules(),
      },
      { files: ["packages/*/src/**"], rules: { "no-console": "error" } },
      {
        files: ["packages/components/**"],
        rules: {
          // Where the reader asked for the panel, the app may send them into its first field.
          "jsx-a11y/no-autofocus": "off",
          // An <output> is a form control: it takes part in the form's reset, and older readers skip it.
          "jsx-a11y/prefer-tag-over-role": "off",
        },
      },
      // What a form's text field gives is a text; a file is in none of these forms.
      { files: ["apps/checks/examples/**"], rules: { "typescript/no-base-to-string": "off" } },
      // In the oldest syntax a catch has to name what it does not look at.
      {
        files: ["scripts/**/*.cjs"],
        rules: { "no-unused-vars": ["error", { caughtErrors: "none" }] },
      },
      { files: ["packages/tenant/src/bin.ts"], rules: { "no-console": "off" } },
      {
        files: ["apps/demo/**"],
        rules: fence({
          // Of the core only what @portico/react leaves to subpaths.
          packages: [
            "@portico/core",
            "!@portico/core/authentication",
            "!@portico/core/diagnostics",
          ],
          message:
            "an app imports logic from @portico/react and components from @portico/components",
        }),
      },
      // The root resolves no package of ours, so Storybook names their files.
      { files: [".storybook/**"], rules: fence({ byPath: true }) },
      { files: ["apps/checks/**", "apps/bench/**"], rules: fence({ mayUse: ["auth0-js"] }) },
    ],
  };
}

/**
 * All that eslint-plugin-react-hooks 7.1 calls `recommended-latest`, but for `config` and `gating`, which judge a
 * compiler's options. Named, since a category may gain and lose rules with a version. Elsewhere a function named use…
 * is no hook.
 */
function reactRules() {
  const names = [
    "rules-of-hooks",
    "exhaustive-deps",
    "hooks",
    "immutability",
    "refs",
    "purity",
    "set-state-in-render",
    "set-state-in-effect",
    "static-components",
    "preserve-manual-memoization",
    "incompatible-library",
    "use-memo",
    "void-use-memo",
    "unsupported-syntax",
    "error-boundaries",
    "globals",
  ];
  return Object.fromEntries(names.map((name) => [`react/${name}`, "error"]));
}
