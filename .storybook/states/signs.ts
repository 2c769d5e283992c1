/** Selectors of what the forms of all components have in common, by what it shows. */
export const signs = {
  ready: "form[data-state=ready]",
  pending: "form[data-state=pending]",
  waiting: "form[data-state=waiting]",
  done: "form[data-state=done]",
  invalid: "[aria-invalid=true]",
  alert: "[data-part=alert][data-state=shown]",
  hosted: "[data-part=outcome] [data-variant=primary][data-state]",
} as const;
