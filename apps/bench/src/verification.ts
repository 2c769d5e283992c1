import type { Browser } from "playwright";
import type { Tenant } from "@portico/tenant";
import { fast, freshPage } from "./browser.js";
import { clientId, hostOf } from "./place.js";
import { median } from "./statistics.js";
import { signIn } from "./tenant.js";

const tokensInARun = 300;

/** Verifications in a second, of an ID token and the access token beside it, with keys that are there. */
export interface VerificationRates {
  readonly portico: number;
  readonly "idtoken-verifier": number;
}

/** Has both verify the same token in the same page, in turns. */
export async function verificationRates(
  browser: Browser,
  tenant: Tenant,
  runs: number,
): Promise<VerificationRates> {
  const { idToken, accessToken, nonce } = await signIn(tenant, hostOf("verify"));
  const { context, page } = await freshPage(browser, fast);
  await page.goto(`https://${hostOf("verify")}/`);
  await page.waitForFunction(() => window.verifiers !== undefined);
  const given = {
    token: idToken,
    accessToken,
    nonce,
    clientId,
    issuer: tenant.issuer,
    count: tokensInARun,
  };
  const samples: VerificationRates[] = [];
  for (let run = 0; run < runs; run += 1) {
    const times = await page.evaluate(async (one) => {
      const portico = await window.verifiers.portico(one);
      return { portico, "idtoken-verifier": await window.verifiers["idtoken-verifier"](one) };
    }, given);
    const rate = (milliseconds: number) => (1000 * tokensInARun) / milliseconds;
    samples.push({
      portico: rate(times.portico),
      "idtoken-verifier": rate(times["idtoken-verifier"]),
    });
  }
  await context.close();
  return {
    portico: median(samples.map((sample) => sample.portico)),
    "idtoken-verifier": median(samples.map((sample) => sample["idtoken-verifier"])),
  };
}
