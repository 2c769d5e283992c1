/** Counts the report of figures.mjs: each budget is one test. */
export function countBudgets({ budgets }) {
  const failed = budgets.filter(({ kept }) => !kept).length;
  if (budgets.length === 0) return { passed: 0, failed: 1, notes: ["no budget was checked"] };
  return { passed: budgets.length - failed, failed };
}
