import {
  longestResponse,
  readFields,
  type AuthorizationResponse,
} from "./authorization-response.js";
import { responseParameters } from "./response-parameters.js";

/** Reads a response that came as the fields of a message. */
export function readMessage(message: Readonly<Record<string, unknown>>): AuthorizationResponse {
  const fields = new Map<string, string | undefined>();
  for (const name of responseParameters) {
    const value = Object.hasOwn(message, name) ? message[name] : undefined;
    if (value === undefined) continue;
    const text = typeof value === "number" ? String(value) : value;
    const isText = typeof text === "string" && text.length <= longestResponse;
    fields.set(name, isText ? text : undefined);
  }
  return readFields(fields, "message");
}
