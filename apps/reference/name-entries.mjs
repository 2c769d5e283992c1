import { Converter } from "typedoc";
import { entries } from "../../scripts/reference/entries.mjs";

/** For TypeDoc: a page for each entry, by the name that people import, not by where its source lies. */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    const modules = project.children ?? [];
    if (modules.length !== entries.length) throw new Error("Not every entry became a page.");
    for (const [index, module] of modules.entries()) module.name = entries[index].name;
  });
}
