type Rgb = readonly [red: number, green: number, blue: number];

/** A colour as an input of type color wants it: `#1f3d7a`. */
export function hexOf(colour: string): string {
  return `#${rgbOf(colour)
    .map((channel) => channel.toString(16).padStart(2, "0"))
    .join("")}`;
}

/** From 1, no difference, to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
export function contrastOf(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].toSorted(
    (a, b) => a - b,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

function luminanceOf(colour: string): number {
  const [red, green, blue] = rgbOf(colour).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

let paper: CanvasRenderingContext2D | null = null;

/** The browser knows how every colour of CSS looks on a screen. */
function rgbOf(colour: string): Rgb {
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
  paper ??= canvas.getContext("2d", { willReadFrequently: true });
  if (!paper) throw new Error("This browser cannot draw, so colours cannot be compared.");
  paper.fillStyle = colour;
  paper.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = paper.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}
