import type { HostileClass } from "./hostile-row.js";

/** Every hostile message. */
export const classes: readonly HostileClass[] = [
  {
    name: "origin",
    rows: [
      { id: "a foreign site", from: "foreign site" },
      { id: "another port", from: "other port" },
      { id: "a sibling domain", from: "sibling" },
      { id: "another scheme", from: "other scheme" },
      { id: "an opaque origin", from: "opaque" },
      { id: "the origin of the other side", from: "other side" },
    ],
  },
  {
    name: "source",
    rows: [
      { id: "this window itself", from: "own window" },
      { id: "another frame", from: "other frame" },
      { id: "another window", from: "other window" },
      { id: "a frame within the right window", from: "nested frame" },
    ],
  },
  {
    name: "shape",
    rows: [
      { id: "null", data: () => null },
      { id: "text for an object, or an object for text", data: (wire) => wire.otherKind },
      { id: "an unknown type", data: (wire) => wire.unknownType },
      { id: "no response", data: (wire) => wire.withoutResponse },
      { id: "an object for a token", data: (wire) => wire.objectForToken, broken: ["silent"] },
      { id: "a megabyte", data: (wire) => wire.oversized, broken: ["silent", "popup"] },
      { id: "everything in its prototype", data: (wire) => wire.ownPrototype },
    ],
  },
  {
    name: "state",
    rows: [
      { id: "no state", data: (wire) => wire.withState(undefined) },
      { id: "another state", data: (wire) => wire.withState("a-state-of-nobody") },
      { id: "a list of states", data: (wire) => wire.withState([wire.state]) },
    ],
  },
  {
    name: "timing",
    rows: [
      { id: "twice in one turn", moment: "twice" },
      { id: "after the end", moment: "after the end" },
      { id: "the answer to the attempt before", moment: "of the attempt before" },
      { id: "after the deadline", moment: "after the deadline" },
    ],
  },
];
