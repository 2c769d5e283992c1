/** The public names of a project, as TypeDoc writes it down, that have no words of their own. */
export function undocumented(project) {
  return project.children.flatMap((module) =>
    (module.children ?? [])
      .filter((item) => item.variant !== "reference" && !isDocumented(item))
      .map(({ name }) => `${module.name}: ${name}`),
  );
}

function isDocumented({ comment, signatures = [], type }) {
  const called = type?.declaration?.signatures ?? [];
  return [{ comment }, ...signatures, ...called].some(
    ({ comment: words }) => words?.summary?.length > 0,
  );
}
