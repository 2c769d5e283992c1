import { createRoot } from "react-dom/client";
import { waitFor, expect } from "storybook/test";
import { en } from "../../packages/components/src/index.js";
import { checkFit, checkLooks, checkRefusal } from "./check-scene.js";
import type { Exhibit, Scene } from "./scene.js";
import { refusalsOf, statesOf } from "./scenes-of.js";
import { Stage } from "./stage.js";

/** Brings a component into each of its states in `canvas`, and looks at it there. */
export async function walkStates(canvas: HTMLElement, exhibit: Exhibit): Promise<void> {
  const wrong: string[] = [];
  for (const [name, scene] of statesOf(exhibit)) {
    await showing(canvas, scene, async (stage) => {
      await waitFor(() => expect(canvas.querySelector(scene.sign)).not.toBeNull(), patience);
      await checkLooks(stage);
    }).catch(noteIn(wrong, name));
  }
  if (wrong.length > 0) throw new Error(wrong.join("\n\n"));
}

/** Lets each call of a component fail in each way. Axe looks once at each place where a failure is shown. */
export async function walkRefusals(canvas: HTMLElement, exhibit: Exhibit): Promise<void> {
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const refusal of refusalsOf(exhibit)) {
    const { call, code, scene, about, error } = refusal;
    if (about.isRetried && error.retryable && code !== "server") continue;
    await showing(canvas, scene, async (stage) => {
      const place = `${call} ${await checkRefusal(stage, refusal, en)}`;
      if (seen.has(place)) await checkFit(stage);
      else await checkLooks(stage);
      seen.add(place);
    }).catch(noteIn(wrong, `${call}: ${code}`));
  }
  if (wrong.length > 0) throw new Error(wrong.join("\n\n"));
}

const patience = { timeout: 6000 };

async function showing(
  canvas: HTMLElement,
  scene: Scene,
  look: (stage: HTMLElement) => Promise<void>,
): Promise<void> {
  const place = canvas.appendChild(document.createElement("div"));
  place.className = "preview-320";
  const root = createRoot(place);
  try {
    const isThere = await new Promise<boolean>((resolve) =>
      root.render(<Stage scene={scene} words={en} onPlayed={resolve} />),
    );
    if (!isThere) throw new Error("The reader did not find the way.");
    await look(place);
  } finally {
    root.unmount();
    place.remove();
  }
}

function noteIn(wrong: string[], name: string) {
  return (error: unknown): void => {
    const text = error instanceof Error ? error.message : String(error);
    // Without the page that the library shows along.
    wrong.push(`${name}: ${text.split("Ignored nodes")[0]}`);
  };
}
