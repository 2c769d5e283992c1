import { BlockList, isIP } from "node:net";

/** An address with how many of its leading bits count. */
interface Range {
  readonly address: string;
  readonly family: "ipv4" | "ipv6";
  readonly bits: number;
}

/** Whether this is an address, or a range of them such as `10.0.0.0/8` (RFC 4632 section 3.1). */
export function isIpRange(text: string): boolean {
  return parse(text) !== undefined;
}

/** Whether an IPv4 or IPv6 address is in one of the ranges. */
export function isInRanges(address: string, ranges: readonly string[]): boolean {
  const list = new BlockList();
  for (const range of ranges.map(parse)) {
    if (range) list.addSubnet(range.address, range.bits, range.family);
  }
  const family = familyOf(address);
  return family !== undefined && list.check(address, family);
}

function parse(text: string): Range | undefined {
  const [, address = "", written] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? [];
  const family = familyOf(address);
  if (!family) return undefined;
  const most = family === "ipv4" ? 32 : 128;
  const bits = written === undefined ? most : Number(written);
  return bits <= most ? { address, family, bits } : undefined;
}

function familyOf(address: string): "ipv4" | "ipv6" | undefined {
  const version = isIP(address);
  return version === 0 ? undefined : `ipv${version === 4 ? 4 : 6}`;
}
