// oxlint-disable-next-line no-restricted-imports -- the style sheet stands beside the rooms, whose rules it joins
import styles from "../styles.css?inline";

/** The sheet of each document or shadow root with a panel in it, and how many panels that are. */
const adopted = new WeakMap<DocumentOrShadowRoot, { sheet: CSSStyleSheet; panels: number }>();

/**
 * Brings the style sheet to where `element` is, once for all panels there. A sheet that a script makes is no inline
 * style: `style-src 'self'` allows it. Returns how to let it go. (CSSOM, constructable style sheets)
 */
export function adoptStyles(element: Element): () => void {
  const scope = scopeOf(element);
  const known = adopted.get(scope) ?? { sheet: adoptInto(scope, element.ownerDocument), panels: 0 };
  adopted.set(scope, known);
  known.panels += 1;
  return () => {
    known.panels -= 1;
    if (known.panels > 0) return;
    adopted.delete(scope);
    scope.adoptedStyleSheets = scope.adoptedStyleSheets.filter((sheet) => sheet !== known.sheet);
  };
}

function scopeOf(element: Element): Document | ShadowRoot {
  const root = element.getRootNode();
  return isScope(root) ? root : element.ownerDocument;
}

function isScope(node: Node): node is Document | ShadowRoot {
  return "adoptedStyleSheets" in node;
}

/** A sheet belongs to the document that it was made in. */
function adoptInto(scope: DocumentOrShadowRoot, document: Document): CSSStyleSheet {
  const sheet = new (document.defaultView ?? window).CSSStyleSheet();
  sheet.replaceSync(styles);
  scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, sheet];
  return sheet;
}
