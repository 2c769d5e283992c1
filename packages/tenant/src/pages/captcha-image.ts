import { captchaGlyphs } from "./captcha-glyphs.js";

const size = { width: 190, height: 70 };
const advance = 34;

/** A picture of the text as a `data:` URL: bent strokes, so that the text itself stands nowhere in it. */
export function captchaImage(text: string): string {
  const characters = text.split("").map((character, index) => drawCharacter(character, index));
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" ` +
    `width="${size.width}" height="${size.height}">` +
    `<rect width="100%" height="100%" fill="#f3f1ec"/>` +
    `<g fill="none" stroke="#2b2a33" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">` +
    `${characters.join("")}${drawNoise()}</g></svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}

function drawCharacter(character: string, index: number): string {
  const strokes = (captchaGlyphs[character] ?? "").split("|");
  const left = 16 + index * advance + around(3);
  const place = `translate(${left} ${18 + around(7)}) rotate(${around(10)}) skewX(${around(8)})`;
  return `<g transform="${place}">${strokes.map(drawStroke).join("")}</g>`;
}

function drawStroke(stroke: string): string {
  const points = stroke.split(" ").map((point) => {
    const [x = 0, y = 0] = point.split(",").map(Number);
    return `${x * 5.5 + around(0.8)},${y * 6 + around(0.8)}`;
  });
  return `<polyline points="${points.join(" ")}"/>`;
}

function drawNoise(): string {
  return [0, 1, 2]
    .map(() => {
      const height = () => size.height / 2 + around(size.height / 2);
      const bend = `${size.width / 3} ${height()} ${(2 * size.width) / 3} ${height()}`;
      return `<path d="M0 ${height()}C${bend} ${size.width} ${height()}" stroke-width="1"/>`;
    })
    .join("");
}

/** Between `-reach` and `reach`. */
function around(reach: number): number {
  return Number(((Math.random() * 2 - 1) * reach).toFixed(2));
}
