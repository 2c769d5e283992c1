/** STUB */
export function crossOriginVerification(): void {}
