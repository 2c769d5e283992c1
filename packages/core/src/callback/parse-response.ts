import {
  longestResponse,
  readFields,
  type AuthorizationResponse,
  type ResponseFields,
} from "./authorization-response.js";
import { holdsResponse, responseParameters, withoutBrackets } from "./response-parameters.js";

/**
 * Reads a response from the query (`code`) or the fragment (tokens). Never throws; every known parameter may
 * stand there once, as plain text, and tokens are taken from the fragment only.
 */
export function parseResponse(search: string, hash: string): AuthorizationResponse {
  const fragment = hash.slice(1);
  if (holdsResponse(fragment)) return readFields(fieldsIn(fragment), "fragment");
  const query = search.slice(1);
  if (holdsResponse(query)) return readFields(fieldsIn(query), "query");
  return { kind: "none" };
}

function fieldsIn(text: string): ResponseFields {
  const fields = new Map<string, string | undefined>();
  const tooLong = text.length > longestResponse;
  for (const [rawName, value] of new URLSearchParams(text)) {
    // `state[]` and `state[a]` count as a second `state`, which makes the response malformed.
    const name = withoutBrackets(rawName);
    if (!responseParameters.includes(name)) continue;
    const twice = tooLong || name !== rawName || fields.has(name);
    fields.set(name, twice ? undefined : value);
  }
  return fields;
}
