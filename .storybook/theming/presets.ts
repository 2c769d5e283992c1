import { plainTheme, type Theme } from "./theme.js";

/** A theme to begin with. */
export interface Preset {
  readonly name: string;
  readonly theme: Theme;
}

const midnight = {
  "--portico-accent": "#6d4aff",
  "--portico-link": "#b9a8ff",
  "--portico-text": "#f1eeff",
  "--portico-muted": "#b3adcf",
  "--portico-surface": "#17142e",
  "--portico-field": "#100e22",
  "--portico-border": "rgb(255 255 255 / 0.12)",
  "--portico-control-border": "#7d76a3",
  "--portico-danger": "#ff9a9a",
  "--portico-success": "#6ee7b7",
  "--portico-ring": "#a390ff",
};

/** Looks that differ in more than a colour. */
export const presets: readonly Preset[] = [
  { name: "As it comes", theme: plainTheme },
  {
    name: "Sharp",
    theme: {
      light: {
        "--portico-accent": "#111111",
        "--portico-link": "#111111",
        "--portico-ring": "#111111",
      },
      dark: {
        "--portico-accent": "#ffffff",
        "--portico-on-accent": "#111111",
        "--portico-link": "#ffffff",
        "--portico-ring": "#ffffff",
      },
      shape: {
        "--portico-weight": "700",
        "--portico-card-radius": "0px",
        "--portico-control-radius": "0px",
      },
    },
  },
  {
    name: "Warm",
    theme: {
      light: {
        "--portico-accent": "#9a3412",
        "--portico-link": "#9a3412",
        "--portico-text": "#2b1d14",
        "--portico-muted": "#75604f",
        "--portico-surface": "#fffbf5",
        "--portico-control-border": "#a08b79",
        "--portico-ring": "#c2410c",
      },
      dark: {
        "--portico-accent": "#c2410c",
        "--portico-link": "#fdba74",
        "--portico-text": "#f7ede4",
        "--portico-muted": "#c9b5a3",
        "--portico-surface": "#231c17",
        "--portico-field": "#1b1511",
        "--portico-control-border": "#8f7b6b",
        "--portico-ring": "#fb923c",
      },
      shape: {
        "--portico-font": 'Georgia, "Times New Roman", serif',
        "--portico-card-radius": "16px",
        "--portico-control-radius": "10px",
      },
    },
  },
  // A brand that is dark, whatever the page is.
  { name: "Midnight", theme: { light: midnight, dark: midnight, shape: {} } },
];
