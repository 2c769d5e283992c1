/** A colour that the editor changes, and what it is called there. */
export const colourFields = [
  ["--portico-accent", "Primary button"],
  ["--portico-on-accent", "Words on it"],
  ["--portico-link", "Links"],
  ["--portico-text", "Words"],
  ["--portico-muted", "Quieter words"],
  ["--portico-surface", "Card"],
  ["--portico-field", "Inputs"],
  ["--portico-control-border", "Borders of inputs"],
  ["--portico-danger", "What is wrong"],
  ["--portico-success", "What is done"],
  ["--portico-ring", "Focus ring"],
] as const;

/** A number that the editor changes, and how far. */
export interface RangeField {
  readonly name: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Everything that is measured. */
export const rangeFields: readonly RangeField[] = [
  { name: "--portico-card-radius", label: "Corners of the card", min: 0, max: 32, step: 1 },
  { name: "--portico-control-radius", label: "Corners of controls", min: 0, max: 22, step: 1 },
  { name: "--portico-control-height", label: "Height of controls", min: 40, max: 60, step: 2 },
  { name: "--portico-space", label: "Unit of the grid", min: 3, max: 6, step: 0.5 },
  { name: "--portico-width", label: "Greatest width", min: 320, max: 560, step: 10 },
  { name: "--portico-text-size", label: "Size of text", min: 0.875, max: 1.125, step: 0.0625 },
  { name: "--portico-weight", label: "Weight of titles", min: 400, max: 800, step: 100 },
];

/** Fonts that need no file; the first is the style sheet's own. */
export const fonts: readonly (readonly [name: string, value: string | undefined])[] = [
  ["The system's", undefined],
  ["With serifs", 'Georgia, "Times New Roman", serif'],
  ["Rounded", 'ui-rounded, "SF Pro Rounded", Nunito, system-ui, sans-serif'],
  ["Of one width", "ui-monospace, Menlo, Consolas, monospace"],
];
