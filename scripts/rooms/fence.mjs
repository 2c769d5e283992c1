/**
 * A rule that keeps `packages` and the relative `paths` out, besides what nobody may import: an
 * override replaces the options of the rule, so each fence repeats those. `mayUse` and `byPath`
 * are the exceptions from them.
 */
export function fence({
  packages = [],
  message,
  paths = [],
  typesOnly = [],
  mayUse = [],
  byPath = false,
} = {}) {
  const patterns = [
    { group: packages.flatMap(withSubpaths), message },
    { group: typesOnly.flatMap(withSubpaths), allowTypeImports: true, message: "types only" },
    ...paths,
    { group: byPath ? [] : insides, message: "a package is used through its exports" },
    { group: ["demo", "checks", "**/apps/**"], message: "nothing imports from apps" },
  ];
  const options = {
    paths: forbidden.filter(({ name }) => !mayUse.includes(name)),
    patterns: patterns.filter(({ group }) => group.length > 0),
  };
  return { "no-restricted-imports": ["error", options] };
}

const forbidden = [
  { name: "zod", message: "use zod/mini" },
  { name: "auth0-js", message: "auth0-js stays in packages/core/src/auth0-js and apps/checks" },
];

const insides = ["@portico/*/src/**", "@portico/*/dist/**", "**/packages/*/src/**"];

/** A single * does not reach deeper paths. */
function withSubpaths(name) {
  return [name, `${name}/**`];
}
