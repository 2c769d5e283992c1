import { afterEach, describe, expect, it, vi } from "vitest";
import { openTenant, placeTenant } from "../open-tenant.js";
import { ada, app, clientId, testSeed } from "../../test/visitor.js";
import { createTenant } from "../tenant.js";
import { createApplication } from "./application.js";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the application", () => {
  it.each([[new Error("secret place")], ["secret place"]])(
    "answers JSON without a stack when something throws %o, and keeps CORS headers",
    async (failure) => {
      const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
      const opened = await openTenant({ seed: testSeed(), scryptCost: 2 });
      const { context } = await placeTenant(opened, "http://localhost:4101");
      const verify = () => {
        throw failure;
      };
      const application = createApplication({
        ...context,
        hashing: { ...context.hashing, verify },
      });
      const answer = await application.fetch(
        new Request("http://localhost:4101/oauth/token", {
          method: "POST",
          headers: { origin: app },
          body: new URLSearchParams({ grant_type: "password", client_id: clientId, ...ada }),
        }),
        {},
      );
      expect(answer.status).toBe(500);
      expect(answer.headers.get("access-control-allow-origin")).toBe(app);
      expect(await answer.json()).toEqual({
        error: "server_error",
        error_description: "The tenant failed; see its log.",
      });
      expect(log).toHaveBeenCalledWith(expect.stringContaining("secret place"));
      context.database.close();
    },
  );

  it("writes one line for a request, whatever is in its path", async () => {
    const lines: string[] = [];
    const tenant = await createTenant({ log: (line) => lines.push(line) });
    await tenant.fetch(new Request(`${tenant.url}/%1b]0;x%07%0aPOST /oauth/token 200`));
    expect(lines).toEqual(["GET /%1b]0;x%07%0aPOST%20/oauth/token%20200 404"]);
    expect(tenant.requests()).toMatchObject([{ path: "/%1b]0;x%07%0aPOST%20/oauth/token%20200" }]);
    await tenant.close();
  });
});
