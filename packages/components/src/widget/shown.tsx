import { useCallback, type ReactNode } from "react";

/** What a page without React has the panel show: a text, or a node of its own, which is moved into the panel. */
export type Shown = string | Node | null | undefined;

/** The same for React. */
export function toReact(shown: Shown): ReactNode {
  return typeof shown === "object" && shown ? <OwnNode node={shown} /> : shown;
}

function OwnNode({ node }: { readonly node: Node }): ReactNode {
  const hold = useCallback((holder: Element | null) => holder?.replaceChildren(node), [node]);
  return <span ref={hold} />;
}
