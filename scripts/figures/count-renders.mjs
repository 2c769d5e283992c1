/**
 * Runs in the page, before its own scripts. React reports every commit to the hook of its developer
 * tools, in production builds too; a component that did work in it carries the PerformedWork flag.
 * Counts into window.reactWork.
 */
export function countRenders() {
  const performedWork = 1;
  // Function, class, forwardRef, memo and simple memo components.
  const components = new Set([0, 1, 11, 14, 15]);
  const work = { commits: 0, renders: 0 };
  window.reactWork = work;
  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    renderers: new Map(),
    checkDCE() {},
    inject: () => 1,
    onScheduleFiberRoot() {},
    onCommitFiberUnmount() {},
    onPostCommitFiberRoot() {},
    onCommitFiberRoot(_, { current }) {
      work.commits += 1;
      count(current, current.alternate);
    },
  };

  /** A subtree that is the same object as before was not visited, so nothing in it rendered. */
  function count(fiber, before) {
    if (components.has(fiber.tag) && (!before || fiber.flags & performedWork)) work.renders += 1;
    if (before && fiber.child === before.child) return;
    const untouched = before ? childrenOf(before) : [];
    for (const child of childrenOf(fiber))
      if (!untouched.includes(child)) count(child, child.alternate);
  }

  function childrenOf(fiber) {
    const children = [];
    for (let child = fiber.child; child; child = child.sibling) children.push(child);
    return children;
  }
}
