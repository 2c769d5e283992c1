/** What stands between a drawing and its release. */
export type DrawingState = "For review" | "Comments back" | "Approved";

/** A drawing of a project. */
export interface Drawing {
  readonly number: string;
  readonly title: string;
  readonly revision: string;
  readonly state: DrawingState;
  /** Days from today to its review. */
  readonly dueIn: number;
}

/** A project on the board. */
export interface Project {
  readonly id: string;
  readonly name: string;
  readonly brief: string;
  readonly stage: string;
  readonly drawings: readonly Drawing[];
}

/** The board of a small practice. */
export const projects: readonly Project[] = [
  {
    id: "linden-court",
    name: "Linden Court",
    brief: "Fourteen flats around a shared garden",
    stage: "Building permit",
    drawings: [
      drawing("A-101", "Ground floor plan", "C", "Comments back", 1),
      drawing("A-201", "Section through the garden", "B", "For review", 6),
      drawing("L-110", "Planting and drainage", "A", "For review", 15),
    ],
  },
  {
    id: "ferry-shed",
    name: "Ferry Shed",
    brief: "Boat workshop with a café on the slipway",
    stage: "Tender",
    drawings: [
      drawing("S-310", "Roof trusses", "D", "For review", 3),
      drawing("A-102", "Slipway level", "B", "Approved", 8),
      drawing("A-401", "Café counter", "A", "For review", 20),
    ],
  },
  {
    id: "reading-room",
    name: "Reading Room",
    brief: "A round library inside a former depot",
    stage: "On site",
    drawings: [
      drawing("A-502", "Stair and balustrade", "F", "Comments back", 2),
      drawing("E-120", "Lighting layout", "C", "Approved", 9),
      drawing("A-103", "Gallery plan", "E", "For review", 13),
    ],
  },
];

function drawing(
  number: string,
  title: string,
  revision: string,
  state: DrawingState,
  dueIn: number,
): Drawing {
  return { number, title, revision, state, dueIn };
}
