type Events = WindowEventMap & DocumentEventMap;

/** Listens to an event, and gives how to stop. */
export function listen<Type extends keyof Events>(
  target: EventTarget,
  type: Type,
  listener: (event: Events[Type]) => void,
): () => void;
export function listen(target: EventTarget, type: string, listener: EventListener): () => void {
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
}
