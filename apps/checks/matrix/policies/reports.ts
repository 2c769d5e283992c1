import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Where browsers send what broke a policy (`report-uri`, CSP Level 3). */
export interface ReportCollector {
  readonly url: string;
  /** What was sent, as it came. */
  readonly received: string[];
  close(): Promise<void>;
}

export async function startReportCollector(): Promise<ReportCollector> {
  const received: string[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (part: string) => (text += part));
    request.on("end", () => {
      received.push(text);
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    received,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
