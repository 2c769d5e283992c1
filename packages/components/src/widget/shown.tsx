import { useCallback, type ReactNode } from "react";

/** What a page without React has the panel show: a text, or a node of its own, which is moved into the panel. */
export type Shown = string | Node | null | undefined;

/** The same for React. */
export function toReact(shown: Shown): ReactNode {
  return typeof shown === "object" && shown ? <OwnNode node={shown} /> : shown;
}

function OwnNode({ node }: { readonly node: Node }): ReactNode {
  const hold = useCallback(
    (holder: Element | null) => holder?.replaceChildren(...nodesOf(node)),
    [node],
  );
  return <span ref={hold} />;
}

/** What fragments held. They give it away when they are shown, and another view may show them again. */
const contents = new WeakMap<Node, readonly Node[]>();

function nodesOf(node: Node): readonly Node[] {
  if (node.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) return [node];
  if (node.hasChildNodes()) contents.set(node, [...node.childNodes]);
  return contents.get(node) ?? [];
}
