import type { Authenticator } from "../state/authenticators.js";

/** The address of an authenticator as the MFA API tells it, such as `XXXXXXXX0123`. */
export function maskedName({ channel, address }: Authenticator): string | undefined {
  if (address === null) return undefined;
  if (channel !== "email") return address.slice(-4).padStart(address.length, "X");
  const domain = address.slice(address.lastIndexOf("@") + 1);
  return `****@${domain.slice(0, 4).padEnd(domain.length, "*")}`;
}

/** As much of an address as its owner needs to know it again. */
export function addressHint({ channel, address }: Authenticator): string {
  if (address === null) return "";
  if (channel !== "email") return `••••\u00a0${address.slice(-4)}`;
  const at = address.lastIndexOf("@");
  return `${address.slice(0, 1)}•••${address.slice(at)}`;
}
