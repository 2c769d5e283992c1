import { call, openCore } from "./core-page.js";
import { expect, newEmail, requestsTo, test } from "./fixtures.js";

const passwords = {
  "spaces around it": "  Long enough 42  ",
  "10 000 characters": "Aa1-".repeat(2500),
  emoji: "Pass-🔑-👩🏽‍🚀-42",
  "combining marks": "Pa\u0301ss-Wo\u0308rd-42",
  "a NUL and controls": "Pass\u0000\u0007\t\r\n-42",
  "a direction override": "Pass\u202eword-42",
  "a no-break space": "\u00a0Pass word-42\u00a0",
  "form syntax": "a=b&c=d+e%20f;#?Z9",
  quotes: `"'\\</script>${"$"}{x}`,
  markup: "<img src=x onerror=alert(1)>A1",
};

test.describe("a password is sent as it was typed:", () => {
  for (const [kind, password] of Object.entries(passwords)) {
    test(kind, async ({ page, stack }) => {
      await openCore(page, stack);
      const email = newEmail();
      for (const [via, path] of [
        ["in-page", "/co/authenticate"],
        ["redirect", "/co/authenticate"],
        ["password-realm", "/oauth/token"],
      ] as const) {
        const asked = page.waitForRequest((request) => request.url().endsWith(path));
        const { code, error } = await call(page, "login", { email, password, via });
        expect(code).toBe(kind.includes("NUL") ? "invalid_request" : "invalid_credentials");
        expect(error).not.toContain(password);
        const body = (await asked).postData() ?? "";
        const sent = path.startsWith("/co")
          ? (JSON.parse(body) as { password: string }).password
          : new URLSearchParams(body).get("password");
        expect(sent).toBe(password);
      }
    });
  }
});

test("a user name is trimmed, and sent as it is otherwise", async ({ page, stack }) => {
  await openCore(page, stack);
  for (const [typed, name, refusal = "invalid_credentials"] of [
    ["\t Ada+Test@Example.COM\u00a0", "Ada+Test@Example.COM"],
    ["Ａda", "Ａda"],
    ["__proto__", "__proto__"],
    ["a".repeat(10_000), "a".repeat(10_000)],
    ["ada\u202e🔑", "ada\u202e🔑"],
    ["ada\u0000", "ada\u0000", "invalid_request"],
  ]) {
    const asked = page.waitForRequest(/\/co\/authenticate$/);
    const { code } = await call(page, "login", { username: typed, password: "p" });
    expect(code).toBe(refusal);
    expect((await asked).postDataJSON()).toMatchObject({ username: name });
  }
});

test("an unknown user and a wrong password fail alike", async ({ page, stack }) => {
  await openCore(page, stack);
  for (const via of ["in-page", "password-realm"]) {
    const [known, unknown] = [stack.user.email, newEmail()].map((email) => ({ email, via }));
    const wrong = await call(page, "login", { ...known, password: "wrong" });
    expect(await call(page, "login", { ...unknown, password: "wrong" })).toEqual(wrong);
    expect(wrong.code).toBe("invalid_credentials");
  }
});

test("what a login does not know does not travel", async ({ page, stack }) => {
  await openCore(page, stack);
  const stray = {
    realm: "canary",
    foo: "canary",
    captcha: "canary",
    captchaState: "canary",
    client_id: "canary",
    prompt: "canary",
    loginTicket: "canary",
    redirectUri: "https://canary.example/",
    extra: { canary: "canary" },
  };
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url() + (request.postData() ?? "")));
  for (const via of ["in-page", "password-realm"]) {
    const { value } = await call(page, "login", { ...stack.user, ...stray, via });
    expect(value).toMatchObject({ kind: "authenticated" });
  }
  expect(addresses.join()).toContain("/authorize");
  expect(addresses.join()).not.toContain("canary");
});

for (const via of ["in-page", "redirect", "password-realm"]) {
  test(`a login ${via} that has to prove no robot is at work says so, and is sent once`, async ({
    page,
    stack,
  }) => {
    await openCore(page, stack);
    const path = via === "password-realm" ? "/oauth/token" : "/co/authenticate";
    for (const fault of ["requires_verification", "requires_validation"] as const) {
      stack.tenant.faults.add({ match: { path }, fault });
      stack.tenant.clearRequests();
      const { code } = await call(page, "login", { ...stack.user, via });
      expect(code).toBe("requires_verification");
      expect(requestsTo(stack).filter((asked) => asked === `POST ${path}`)).toHaveLength(1);
    }
  });
}
