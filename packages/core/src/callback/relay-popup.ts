/** STUB */
export function relayPopup(): boolean {
  return false;
}
