import { expect, test, vi } from "vitest";
import { fakeContext } from "../../test/fake-context.js";
import type { Engine } from "../engine/engine.js";
import { beginSession } from "./keep-tokens.js";
import { userInfo } from "./user-info.js";

const claims = { iss: "i", sub: "ada", aud: "spa", exp: 1, iat: 1 };
const tokens = { accessToken: "at", idToken: "id", expiresIn: 60, claims };

vi.stubGlobal("window", {});

test("who somebody else is, is told to nobody", async () => {
  const userinfo = vi.fn<Engine["userinfo"]>(async () => ({ sub: "bob", name: "Bob" }));
  const context = fakeContext({ userinfo });
  const session = beginSession(context, tokens, { scope: "openid" }, true);
  await expect(userInfo(context)).rejects.toMatchObject({ code: "user_changed" });
  expect(userinfo.mock.calls).toEqual([["at", { signal: undefined }]]);
  // The answer is about one access token; the session is not.
  expect(context.session.get()).toEqual({ status: "authenticated", session });
});
