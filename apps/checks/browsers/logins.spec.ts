import {
  arrives,
  eventually,
  expect,
  newEmail,
  password,
  shows,
  signIn,
  test,
} from "./fixtures.js";
import { choice, field, submit } from "./places.js";

test("somebody signs up, and a reload keeps them in", async ({ tab, stack }) => {
  const email = newEmail();
  await tab.goto(`${stack.app}/sign-up?returnTo=/account`);
  await tab.fill(field("E-mail"), email);
  await tab.fill(field("Password"), password);
  await tab.fill(field("First name"), "Ida");
  await tab.fill(field("Last name"), "Rhodes");
  await tab.click(choice("I agree"));
  await tab.click(submit("Create account"));
  await arrives(tab, `${stack.app}/account`);
  await shows(tab, email);
  await tab.reload();
  await shows(tab, email);
  await arrives(tab, `${stack.app}/account`);
});

for (const via of ["in-page", "redirect", "password-realm"]) {
  test(`a password signs in by the way ${via}`, async ({ tab, stack }) => {
    await tab.goto(`${stack.app}/sign-in?via=${via}&returnTo=/account`);
    await signIn(tab, stack.user);
    await arrives(tab, `${stack.app}/account`);
    await shows(tab, "Ada Lovelace");
  });
}

test("a wrong password is told at the form, and the right one goes on from there", async ({
  tab,
  stack,
}) => {
  await tab.goto(`${stack.app}/sign-in?returnTo=/account`);
  await signIn(tab, { ...stack.user, password: "Wrong-password-42" });
  await shows(tab, "That e-mail and password don't match.");
  await eventually(async () => {
    const focused = await tab.run(() => (document.activeElement as HTMLInputElement).name);
    expect(focused).toBe("password");
  });
  await tab.type(stack.user.password);
  await tab.press("Enter");
  await arrives(tab, `${stack.app}/account`);
});

test("the keyboard alone signs in", async ({ tab, stack }) => {
  await tab.goto(`${stack.app}/sign-in?returnTo=/account`);
  await shows(tab, "Password");
  for (const [name, text] of [
    ["email", stack.user.email],
    ["password", stack.user.password],
  ] as const) {
    const stops: string[] = [];
    while (stops.at(-1) !== name) {
      await tab.press("Tab");
      stops.push(await tab.run(() => document.activeElement?.getAttribute("name") ?? ""));
      expect(stops.length, `stops on the way to ${name}: ${stops.join(", ")}`).toBeLessThan(20);
    }
    await tab.type(text);
  }
  await tab.press("Enter");
  await arrives(tab, `${stack.app}/account`);
});
