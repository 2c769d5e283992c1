import axe from "axe-core";

interface Look {
  readonly name: string;
  readonly theme: "light" | "dark";
  readonly dir: "ltr" | "rtl";
  /** Of the text; everything that is measured in rem grows with it. */
  readonly size: "" | "200%";
}

// The add-on looks at every story as it is: light and from left to right.
const looks: readonly Look[] = [
  { name: "dark, from right to left", theme: "dark", dir: "rtl", size: "" },
  { name: "at twice the size of text", theme: "light", dir: "ltr", size: "200%" },
];

/**
 * What can be seen rather than read. The other rules are about elements, names and roles, which are the same in every
 * look: the style sheet alone follows theme, direction and size, and hides nothing by them.
 */
const ofTheEye = [
  "color-contrast",
  "link-in-text-block",
  "scrollable-region-focusable",
  "target-size",
];

/** Whether axe has anything to say of what a story has become, in the looks that the add-on does not see. Throws it. */
export async function checkEveryLook(): Promise<void> {
  const { documentElement: root } = document;
  const { theme = "light" } = root.dataset;
  const { dir } = root;
  const said: string[] = [];
  try {
    for (const look of looks) {
      root.dataset["theme"] = look.theme;
      root.dir = look.dir;
      root.style.fontSize = look.size;
      finishTransitions();
      const { violations } = await axe.run(document.body, {
        runOnly: ofTheEye,
        resultTypes: ["violations"],
      });
      for (const { id, help, nodes } of violations) {
        said.push(`${look.name}: ${id}: ${help}\n  ${nodes.map(({ html }) => html).join("\n  ")}`);
      }
      said.push(...overflowing().map((html) => `${look.name}: wider than its card\n  ${html}`));
    }
  } finally {
    Object.assign(root, { dir });
    root.dataset["theme"] = theme;
    root.style.fontSize = "";
  }
  if (said.length > 0) throw new Error(said.join("\n"));
}

/** A colour that is still changing is no colour to judge. */
function finishTransitions(): void {
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish();
  }
}

function overflowing(): string[] {
  return [...document.querySelectorAll("[data-part='card']")]
    .filter((card) => card.scrollWidth > card.clientWidth + 1)
    .map((card) => card.outerHTML.slice(0, 200));
}
