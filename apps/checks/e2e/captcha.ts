import type { Page } from "@playwright/test";
import type { Stack } from "../stack/start-stack.js";

/** Asks for the captcha that stands before a sign-up, as a page does, and gives the answer that a person would. */
export async function solveCaptcha(
  page: Page,
  { tenant }: Stack,
): Promise<{ captcha: string; captchaState: string }> {
  const captchaState = crypto.randomUUID();
  const required = await page.evaluate(
    async ([url, state]) => {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ state }),
      });
      return ((await response.json()) as { required: boolean }).required;
    },
    [`${tenant.url}/dbconnections/signup/challenge`, captchaState] as const,
  );
  if (!required) throw new Error("The tenant asks for no captcha. Start it with captcha: always.");
  const answers = await fetch(`${tenant.url}/_tenant/captcha?state=${captchaState}`, {
    headers: { "x-tenant-token": tenant.adminToken },
  });
  const { signup: captcha = "" } = (await answers.json()) as { signup?: string };
  return { captcha, captchaState };
}
