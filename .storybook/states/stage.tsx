import { useEffect, useRef, type ReactNode } from "react";
import { MessagesProvider, type Messages } from "../../packages/components/src/index.js";
import { FakeTenant } from "../fake-tenant.js";
import { readerOf } from "./reader.js";
import type { Scene } from "./scene.js";

/** What `Stage` takes; another scene needs another key. */
export interface StageProps {
  readonly scene: Scene;
  readonly words: Messages;
  /** Called when the reader has done all that they do, or could not. Another function plays anew. */
  readonly onPlayed?: ((isThere: boolean) => void) | undefined;
}

/** A component, brought into a state by a reader of its own. */
export function Stage({ scene, words, onPlayed }: StageProps): ReactNode {
  const stage = useRef<HTMLDivElement>(null);
  const { tenant } = scene;

  useEffect(() => {
    const gone = new AbortController();
    const { current } = stage;
    forget();
    if (current) void play(current, gone.signal);
    return () => gone.abort();

    async function play(element: HTMLElement, signal: AbortSignal): Promise<void> {
      const isThere = await Promise.resolve(scene.act?.(readerOf(element, words, signal))).then(
        () => true,
        () => false,
      );
      if (!signal.aborted) onPlayed?.(isThere);
    }
  }, [scene, words, onPlayed]);

  return (
    <MessagesProvider messages={words}>
      <FakeTenant {...(typeof tenant === "function" ? tenant() : tenant)}>
        <div className="preview-scene" data-stage ref={stage}>
          {scene.show}
        </div>
      </FakeTenant>
    </MessagesProvider>
  );
}

/** What the scene before has left in this tab, such as the wait between two messages. */
function forget(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith("portico.")) sessionStorage.removeItem(key);
  }
}
