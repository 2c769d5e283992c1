import { fakeError } from "@portico/core/testing";
import { describe, expect, it } from "vitest";
import { en } from "./en.js";
import { pseudo } from "./pseudo.js";

describe("pseudo", () => {
  it("brackets and accents every word, and is a language of its own", () => {
    expect(pseudo.locale).toBe("en-XA");
    expect(pseudo.direction).toBeUndefined();
    expect(pseudo.login.submit).toBe("⟦Síígn íín⟧");
    expect(pseudo.mfa.factors["recovery-code"]).toMatch(/^⟦.*⟧$/);
  });

  it("makes over what functions say, and leaves alone what they are given", () => {
    expect(pseudo.signup.accepted("ada@example.com")).toMatch(/^⟦Yóóúú.* ada@example\.com\.⟧$/);
    const linked = pseudo.linkAccounts.confirm.text("ada@example.com", "Ada (GitHub)");
    expect(linked).toMatch(/^⟦.*Ada \(GitHub\) .*ada@example\.com\.⟧$/);
    expect(pseudo.progress.wait(30)).toContain("30");
    expect(pseudo.rules.lengthAtLeast([8])).toMatch(/^⟦.*8.*⟧$/);
    expect(pseudo.mfa.verify.text.sms(undefined)).toMatch(/^⟦[^⟧]+⟧$/);
    const words = pseudo.errors.network;
    expect(typeof words === "function" && words(fakeError("network", { online: false }))).toMatch(
      /^⟦Yóóúú/,
    );
  });

  it("is about a third longer than English", () => {
    const sentence = "third_party_cookies_blocked";
    const growth = String(pseudo.errors[sentence]).length / en.errors[sentence].length;
    expect(growth).toBeGreaterThan(1.3);
    expect(growth).toBeLessThan(1.5);
  });
});
