/** An answer that is the same whatever was asked; without a body it has no `Content-Type` either. */
export interface FixedAnswer {
  readonly status: number;
  readonly type?: string;
  readonly body?: string;
}

const html = (heading: string) => `<html><body><h1>${heading}</h1></body></html>`;
const htmlType = "text/html; charset=UTF-8";
const jsonType = "application/json";

export const fixedAnswers = {
  empty403: { status: 403 },
  html500: { status: 500, type: htmlType, body: html("500 Internal Server Error") },
  json500: {
    status: 500,
    type: jsonType,
    body: '{"statusCode":500,"error":"Internal Server Error","message":"An internal server error occurred"}',
  },
  empty500: { status: 500 },
  html502: { status: 502, type: htmlType, body: html("502 Bad Gateway") },
  json502: { status: 502, type: jsonType, body: html("502 Bad Gateway") },
  empty503: { status: 503 },
  text200: { status: 200, type: "text/plain; charset=UTF-8", body: "OK" },
  html200: { status: 200, type: htmlType, body: html("Welcome") },
  empty200: { status: 200, type: jsonType, body: "" },
  empty204: { status: 204 },
  null200: { status: 200, type: jsonType, body: "null" },
  object200: { status: 200, type: jsonType, body: "{}" },
  array200: { status: 200, type: jsonType, body: "[]" },
  error200: { status: 200, type: jsonType, body: '{"error":""}' },
  large200: { status: 200, type: jsonType, body: `{"filler":"${"x".repeat(1024 * 1024)}"}` },
} as const satisfies Readonly<Record<string, FixedAnswer>>;
