import type { Words } from "../words/use-words.js";

/** What stands between a drawing and its release. */
export type DrawingState = "review" | "back" | "approved";

/** A drawing of a project. */
export interface Drawing {
  readonly number: string;
  readonly title: Words<string>;
  readonly revision: string;
  readonly state: DrawingState;
  /** Days from today to its review. */
  readonly dueIn: number;
}

/** A project on the board. */
export interface Project {
  readonly id: string;
  readonly name: Words<string>;
  readonly brief: Words<string>;
  readonly stage: Words<string>;
  readonly drawings: readonly Drawing[];
}

/** The board of a small practice. */
export const projects: readonly Project[] = [
  {
    id: "linden-court",
    name: both("Linden Court", "ساحة الزيزفون"),
    brief: both("Fourteen flats around a shared garden", "أربع عشرة شقة حول حديقة مشتركة"),
    stage: both("Building permit", "رخصة البناء"),
    drawings: [
      drawing("A-101", both("Ground floor plan", "مسقط الطابق الأرضي"), "C", "back", 1),
      drawing("A-201", both("Section through the garden", "مقطع عبر الحديقة"), "B", "review", 6),
      drawing("L-110", both("Planting and drainage", "الزراعة وتصريف المياه"), "A", "review", 15),
    ],
  },
  {
    id: "ferry-shed",
    name: both("Ferry Shed", "سقيفة العبّارة"),
    brief: both("Boat workshop with a café on the slipway", "ورشة قوارب ومقهى على منحدر الإنزال"),
    stage: both("Tender", "طرح العطاءات"),
    drawings: [
      drawing("S-310", both("Roof trusses", "جمالونات السقف"), "D", "review", 3),
      drawing("A-102", both("Slipway level", "منسوب منحدر الإنزال"), "B", "approved", 8),
      drawing("A-401", both("Café counter", "منضدة المقهى"), "A", "review", 20),
    ],
  },
  {
    id: "reading-room",
    name: both("Reading Room", "قاعة المطالعة"),
    brief: both("A round library inside a former depot", "مكتبة مستديرة داخل مستودع قديم"),
    stage: both("On site", "قيد التنفيذ"),
    drawings: [
      drawing("A-502", both("Stair and balustrade", "الدرج والدرابزين"), "F", "back", 2),
      drawing("E-120", both("Lighting layout", "توزيع الإنارة"), "C", "approved", 9),
      drawing("A-103", both("Gallery plan", "مسقط الشرفة الداخلية"), "E", "review", 13),
    ],
  },
];

function both(en: string, ar: string): Words<string> {
  return { en, ar };
}

function drawing(
  number: string,
  title: Words<string>,
  revision: string,
  state: DrawingState,
  dueIn: number,
): Drawing {
  return { number, title, revision, state, dueIn };
}
