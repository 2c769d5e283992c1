/** STUB */
export function diagnose(): void {}
