/** A set of rules that keeps `packages` and the relative `paths` out, besides what nobody may import. */
export function fence({
  packages = [],
  paths = [],
  typesOnly = [],
  mayUse = [],
  message = "",
} = {}) {
  const groups = [
    ...(packages.length > 0 ? [{ group: packages.flatMap(withSubpaths), message }] : []),
    ...paths.map(({ group, message: reason }) => ({ group, message: reason })),
    ...(typesOnly.length > 0
      ? [{ group: typesOnly.flatMap(withSubpaths), allowTypeImports: true, message: "types only" }]
      : []),
  ];
  return { "no-restricted-imports": everywhere(groups, mayUse) };
}

/** What nobody may import, and more. An override replaces the options, so each one repeats these. */
export function everywhere(groups = [], mayUse = []) {
  const reasons = [
    { name: "zod", message: "use zod/mini" },
    { name: "auth0-js", message: "auth0-js stays in packages/core/src/auth0-js and apps/checks" },
  ];
  return [
    "error",
    {
      paths: reasons.filter(({ name }) => !mayUse.includes(name)),
      patterns: [
        ...groups,
        {
          group: ["@portico/*/src/**", "@portico/*/dist/**", "**/packages/*/src/**"],
          message: "a package is used through its exports",
        },
        { group: ["demo", "checks", "**/apps/**"], message: "nothing imports from apps" },
      ],
    },
  ];
}

/** A single * does not reach deeper paths. */
function withSubpaths(name) {
  return [name, `${name}/**`];
}
