import { fence } from "./fence.mjs";

/** The overrides of one package, from the general to the particular: sources, rooms, views, tests. */
export function packageOverrides(name, house) {
  const src = `packages/${name}/src`;
  const message = `${name} must not import this package`;
  const outside = { packages: house.outside, message };
  const tests = { packages: house.outsideInTests, message };
  return [
    { files: [`${src}/**`], rules: fence(outside) },
    ...roomFences(house).map(({ glob, ...limits }) => ({
      files: [`${src}/${glob}`],
      rules: fence({ ...outside, ...limits }),
    })),
    { files: [`${src}/**/*.test.*`, `${src}/**/*.stories.*`], rules: fence(tests) },
  ];
}

function roomFences({ levels = [], apart = {}, mayUse = {}, deep = [], views }) {
  const special = (room) => room in apart || room in mayUse;
  return [
    { glob: "*", paths: [leaving("../")] },
    { glob: "*/*", paths: [leaving("../../")] },
    ...levels.flatMap((rooms, index) => {
      const lower = levels.slice(0, index).flat();
      return [
        { glob: anyOf(rooms, "/*"), paths: [others("../", lower)] },
        ...rooms.filter(special).map((room) => ({
          ...apartFence(room, apart[room], [others("../", lower)]),
          mayUse: mayUse[room],
        })),
        ...rooms
          .filter((room) => deep.includes(room))
          .map((room) => ({ glob: `${room}/*/**`, paths: [others("../../", lower)] })),
      ];
    }),
    ...(levels.length > 0
      ? []
      : Object.keys(apart).map((room) => apartFence(room, apart[room], [leaving("../../")]))),
    ...(views ? [viewFence(views)] : []),
  ];
}

function leaving(up) {
  return { group: [`${up}**`], message: "a package stays within its own sources" };
}

/** Keeps out the rooms that are reached by `up`, but for the lower ones. */
function others(up, lower) {
  const only = lower.length > 0 ? `only ${lower.join(", ")}` : "no other room";
  return {
    group: [`${up}**`, ...lower.map((room) => `!${up}${room}/**`)],
    message: `this room imports ${only}`,
  };
}

/** The files of such a room do not know each other, but for the `shared` ones. */
function apartFence(room, shared, paths) {
  if (!shared) return { glob: `${room}/*`, paths };
  const group = ["./*", ...shared.map((file) => `!./${file}.js`)];
  const message = `the files in ${room} do not import each other${shared.map((file) => `, except ${file}`).join("")}`;
  return { glob: `${room}/*`, paths: [...paths, { group, message }] };
}

function viewFence(rooms) {
  const group = ["../**", ...rooms.map((room) => `!../${room}/**`)];
  return {
    glob: "*/*-view.tsx",
    typesOnly: ["@portico/react"],
    paths: [{ group, message: `a view imports only ${rooms.join(" and ")}` }],
  };
}

function anyOf(rooms, end) {
  return (rooms.length > 1 ? `{${rooms.join(",")}}` : rooms[0]) + end;
}
