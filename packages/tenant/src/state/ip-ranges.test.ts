import { describe, expect, it } from "vitest";
import { isInRanges, isIpRange } from "./ip-ranges.js";

describe("ranges of addresses", () => {
  it.each([
    ["10.1.2.3", ["10.0.0.0/8"], true],
    ["11.1.2.3", ["10.0.0.0/8"], false],
    ["192.168.0.7", ["10.0.0.0/8", "192.168.0.7"], true],
    ["192.168.0.8", ["192.168.0.7"], false],
    ["::ffff:10.1.2.3", ["10.0.0.0/8"], true],
    ["2001:db8::1", ["2001:DB8::/32"], true],
    ["2001:db9::1", ["2001:db8::/32"], false],
    ["203.0.113.1", ["0.0.0.0/0"], true],
    ["2001:db8::1", ["0.0.0.0/0"], false],
    ["10.1.2.3", [], false],
    ["loopback", ["0.0.0.0/0", "::/0"], false],
  ])("%s in %j: %s", (address, ranges, expected) => {
    expect(isInRanges(address, ranges)).toBe(expected);
  });

  it.each(["10.0.0.0/8", "127.0.0.1", "::1", "fe80::/10", "0.0.0.0/0", "::/128"])(
    "may be %s",
    (range) => expect(isIpRange(range)).toBe(true),
  );

  it.each([
    "",
    "10",
    "10.0.0.0/33",
    "::/129",
    "10.0.0.0/",
    "10.0.0.0/-1",
    "10.0.0.256",
    "10.0.0.0-10.0.0.9",
    "fe80::1%eth0",
    "localhost",
    "10.0.0.0/8/8",
  ])("may not be %j", (range) => {
    expect(isIpRange(range)).toBe(false);
    expect(isInRanges("10.0.0.1", [range])).toBe(false);
  });
});
