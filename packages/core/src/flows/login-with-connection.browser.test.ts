import { expect, test, vi } from "vitest";
import { fakeContext } from "../../test/fake-context.js";
import { loginWithConnection } from "./login-with-connection.js";

test("a sign-out outweighs a redirect whose address is still being made", async () => {
  let made!: (url: string) => void;
  const navigate = vi.fn();
  const context = fakeContext(
    { authorizeUrl: () => new Promise((resolve) => (made = resolve)) },
    { navigate },
  );
  const leaving = loginWithConnection(context);
  context.session.end("signed_out");
  made("https://tenant.example/authorize");
  await expect(leaving).rejects.toMatchObject({ code: "aborted" });
  expect(navigate).not.toHaveBeenCalled();
});
