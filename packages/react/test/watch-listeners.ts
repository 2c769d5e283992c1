import { vi } from "vitest";

/** Notes who listens to the page from now on; `left` names the events that somebody still listens to. */
export function watchListeners(): { left(): readonly string[]; stop(): void } {
  const listening: { readonly type: string; readonly listener: unknown }[] = [];
  const spies = [window, document].flatMap((target: EventTarget) => {
    const add = target.addEventListener.bind(target);
    const remove = target.removeEventListener.bind(target);
    const adding = vi.spyOn(target, "addEventListener");
    const removing = vi.spyOn(target, "removeEventListener");
    adding.mockImplementation((type, listener, how) => {
      // React's own, once for each document.
      if (type !== "selectionchange") listening.push({ type, listener });
      add(type, listener, how);
    });
    removing.mockImplementation((type, listener, how) => {
      const at = listening.findIndex((one) => one.type === type && one.listener === listener);
      if (at >= 0) listening.splice(at, 1);
      remove(type, listener, how);
    });
    return [adding, removing];
  });
  return {
    left: () => listening.map(({ type }) => type),
    stop: () => spies.forEach((spy) => spy.mockRestore()),
  };
}
