/** Has Vite take `code` for what stands at `entry`, where there is no file. */
export function entryPlugin(entry, code) {
  return {
    name: "entry",
    resolveId: (id) => (id === entry ? id : null),
    load: (id) => (id === entry ? code : null),
  };
}
