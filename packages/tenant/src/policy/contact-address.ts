/** Whether mail could be sent there; spaces around it do not matter. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text.trim());
}

/** E.164, such as `+15551234567`. */
export function isPhoneNumber(text: string): boolean {
  return /^\+[0-9]{1,15}$/.test(text);
}
