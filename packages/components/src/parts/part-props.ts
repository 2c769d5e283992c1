/** What every part adds to its element: a stable class, and its name for style sheets and tests. */
export function partProps(part: string, className?: string) {
  const own = `portico-${part}`;
  return { className: className ? `${own} ${className}` : own, "data-part": part };
}
