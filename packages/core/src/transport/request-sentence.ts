import { answerTo, type TenantRequest } from "./request.js";

/**
 * Sends a request whose answer is a sentence that nobody has to read. Throws as `request` does: a page of HTML, JSON
 * or nothing at all is no sentence.
 */
export async function requestSentence(options: TenantRequest): Promise<void> {
  await answerTo(options, (body, text) => (isSentence(body, text) ? true : undefined));
}

function isSentence(body: unknown, text: string): boolean {
  return typeof body === "string" || (body === undefined && /^\s*[^\s<{[]/.test(text));
}
