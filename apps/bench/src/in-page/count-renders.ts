import type {} from "./window.js";

interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly alternate: Fiber | null;
}

/**
 * Counts what React renders. It reports every commit to the hook of its developer tools, in production builds too; a
 * component that did work in one carries a flag.
 */
export function countRenders(): void {
  if (window !== window.top) return;
  const performedWork = 1;
  // Function, class, forwardRef, memo and simple memo components.
  const components = new Set([0, 1, 11, 14, 15]);
  const work = { commits: 0, renders: 0 };
  let renderers = 0;
  window.reactWork = work;
  Object.assign(window, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      renderers: new Map(),
      checkDCE() {},
      inject: () => (renderers += 1),
      onScheduleFiberRoot() {},
      onCommitFiberUnmount() {},
      onPostCommitFiberRoot() {},
      setStrictMode() {},
      onCommitFiberRoot(_id: number, { current }: { readonly current: Fiber }) {
        work.commits += 1;
        count(current, current.alternate);
      },
    },
  });

  function count(fiber: Fiber, before: Fiber | null): void {
    if (components.has(fiber.tag) && (!before || fiber.flags & performedWork)) work.renders += 1;
    // What is the same object as before was not visited, so nothing in it rendered.
    if (before && fiber.child === before.child) return;
    const untouched = before ? childrenOf(before) : [];
    for (const child of childrenOf(fiber))
      if (!untouched.includes(child)) count(child, child.alternate);
  }

  function childrenOf(fiber: Fiber): Fiber[] {
    const children: Fiber[] = [];
    for (let child = fiber.child; child; child = child.sibling) children.push(child);
    return children;
  }
}
