/**
 * What a bundler for server components does with a marked file: the server gets references in the place of its exports,
 * and the file itself is left for the browser. A hook of Node's module loader.
 */
export async function load(url, context, next) {
  const loaded = await next(url, context);
  const text = String(loaded.source ?? "");
  if (loaded.format !== "module" || !text.startsWith('"use client"')) return loaded;
  const references = exportsOf(text).map(
    (name) =>
      `const ${name} = { $$typeof: Symbol.for("react.client.reference"), $$id: ${JSON.stringify(`${url}#${name}`)} };`,
  );
  return { ...loaded, source: `${references.join("\n")}\nexport { ${exportsOf(text).join()} };` };
}

/** A built file names its exports in one place, at its end. */
function exportsOf(text) {
  const names = /^export \{([^}]*)\};?\s*(?:\/\/.*)?\s*$/m.exec(text)?.[1] ?? "";
  return names
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}
