import { useRef, useState, type ReactNode } from "react";
import { plainTheme, ruleOf, type Theme } from "./theme.js";

/** What `RuleBox` takes. */
export interface RuleBoxProps {
  readonly theme: Theme;
  readonly onReset: () => void;
}

/** The rule to paste, a button that copies it, and one that begins anew. */
export function RuleBox({ theme, onReset }: RuleBoxProps): ReactNode {
  const rule = ruleOf(theme);
  const box = useRef<HTMLPreElement>(null);
  // What was said of one rule is not true of another.
  const [said, setSaid] = useState({ words: "", of: rule });

  return (
    <section className="theming-rule" aria-labelledby="theming-rule">
      <h3 id="theming-rule">Your rule</h3>
      <pre ref={box} dir="ltr">
        {rule}
      </pre>
      <div className="theming-buttons">
        <button type="button" onClick={() => void copy()}>
          Copy CSS
        </button>
        <button type="button" onClick={reset}>
          Reset
        </button>
        <output>{said.of === rule && said.words}</output>
      </div>
    </section>
  );

  async function copy(): Promise<void> {
    // Emptied first, so that a second copy is announced like the first.
    setSaid({ words: "", of: rule });
    try {
      await navigator.clipboard.writeText(`${rule}\n`);
      setSaid({ words: "Copied.", of: rule });
    } catch {
      if (box.current) window.getSelection()?.selectAllChildren(box.current);
      setSaid({ words: "The browser doesn't let pages copy. The rule is selected.", of: rule });
    }
  }

  function reset(): void {
    onReset();
    setSaid({ words: "Back to the defaults.", of: ruleOf(plainTheme) });
  }
}
