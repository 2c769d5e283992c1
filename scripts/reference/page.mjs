import { posix } from "node:path";

/** A page of Storybook from one of TypeDoc's: with its place in the side bar, and links that lead from page to page. */
export function pageOf(name, markdown) {
  const body = markdown
    .replace(/^# .*\n/, `# @portico/${name}\n`)
    .replaceAll(/\]\(([^)#\s]+)\.mdx(#[^)]*)?\)/g, (_, path, anchor = "") => {
      const linked = posix.normalize(posix.join(posix.dirname(name), path));
      return `](?path=/docs/${idOf(linked)}${anchor})`;
    });
  return `import { Meta } from "@storybook/addon-docs/blocks";\n\n<Meta title="${titleOf(name)}" />\n\n${body}`;
}

/** Storybook folds a title at its strokes. */
function titleOf(name) {
  return `API reference/${name.replaceAll("/", " ")}`;
}

function idOf(name) {
  return `api-reference-${name.replaceAll("/", "-")}--docs`;
}
