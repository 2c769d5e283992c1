import { expect, test } from "vitest";
import { categories, readMeasured } from "../../../scripts/matrix/measured.mjs";
import { tableOf } from "../../../scripts/matrix/table.mjs";
import { readSection } from "../../../scripts/shared/readme-section.mjs";

test("the README compares engines by what the matrix has measured", () => {
  const table = tableOf(categories().map(readMeasured));
  expect(readSection("matrix"), "npm run matrix -- --write").toBe(table);
});

test("a cell that is wrong in two ways counts in two columns, and a category that auth0-js has no part in is not among its own", () => {
  const measured = {
    title: "Tokens",
    cells: { portico: 3, bare: 2 },
    faults: { bare: { one: ["accepted", "leak"], two: ["leak"] } },
  };
  const table = tableOf([measured, { title: "Pages", cells: { portico: 4 }, faults: {} }]);
  const rows = table.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  const rowOf = (name: string) =>
    rows.filter(([, first]) => first === name).map((row) => row.slice(2, 7));
  expect(rowOf("Portico")).toEqual([["7", "0", "0", "0", "0"]]);
  expect(rowOf("auth0-js 10.2.1 by itself")[0]).toEqual(["2", "1", "0", "0", "2"]);
  expect(rowOf("Tokens")).toEqual([["2", "1", "0", "0", "2"]]);
  expect(rowOf("Pages")).toEqual([]);
});
