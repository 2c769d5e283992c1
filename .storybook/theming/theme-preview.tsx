import type { ReactNode } from "react";
import { AuthPanel } from "../../packages/components/src/index.js";
import { ruleOf, type Scheme, type Theme } from "./theme.js";

/** What `ThemePreview` takes. */
export interface ThemePreviewProps {
  readonly theme: Theme;
  readonly scheme: Scheme;
}

/** The panel itself, under the rule that is copied. */
export function ThemePreview({ theme, scheme }: ThemePreviewProps): ReactNode {
  return (
    <section className="theming-preview" data-scheme={scheme} aria-label="Preview">
      <style>{ruleOf(theme, ".theming-preview")}</style>
      <AuthPanel connections={["google-oauth2", "github"]} />
    </section>
  );
}
