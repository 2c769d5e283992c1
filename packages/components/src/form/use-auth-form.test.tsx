import "@testing-library/jest-dom/vitest";
import { fakeError } from "@portico/core/testing";
import type { AuthError } from "@portico/react";
import { act, createEvent, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import { translate, type Problem } from "../i18n/translate.js";
import type { Judge } from "./schema-resolver.js";
import { useAuthForm, type AuthFormOptions } from "./use-auth-form.js";
import { useJudging } from "./use-judging.js";

keepConsoleQuiet();

type Values = { email: string; password: string; bio: string; land: string; news: boolean };

const names = ["email", "password", "bio", "land", "news"] as const;

interface FormProps extends Partial<AuthFormOptions<Values>> {
  readonly refusal?: AuthError | undefined;
  /** The choices of the list, and whether they are there. */
  readonly list?: "loading" | "ready" | undefined;
  /** Leaves everything out but the address and the password. */
  readonly isShort?: boolean;
  readonly onHeld?: (held: () => Partial<Values>) => void;
}

function Form({ refusal, list, isShort, onHeld, ...some }: FormProps) {
  const { props, field, control } = useAuthForm<Values>({
    schema: (values) => ({ value: values }),
    fields: names,
    secrets: ["password"],
    retry: "password",
    send: async () => undefined,
    isHeld: false,
    judging: useJudging(),
    ...some,
  });
  onHeld?.(() => ({ ...control.getValues() }));
  const bind = (name: (typeof names)[number]) => {
    const { problem, ...bound } = field(name, refusal);
    return { ...bound, "aria-label": name, "aria-description": problem && translate(en, problem) };
  };
  return (
    <form aria-label="form" {...props}>
      <input {...bind("email")} />
      <input {...bind("password")} />
      {!isShort && (
        <>
          <textarea {...bind("bio")} />
          <select {...bind("land")} data-state={list}>
            <option value="">-</option>
            <option value="DE">DE</option>
          </select>
          <input type="checkbox" {...bind("news")} />
        </>
      )}
      <button>Send</button>
    </form>
  );
}

function show(options: FormProps = {}) {
  const send = vi.fn(options.send ?? (async () => undefined));
  let held = (): Partial<Values> | undefined => undefined;
  const ui = (some: FormProps) => <Form {...options} {...some} send={send} onHeld={keep} />;
  const keep = (read: () => Partial<Values>) => (held = read);
  const { rerender } = render(ui({}));
  return { send, held: () => held(), again: (some: FormProps) => rerender(ui(some)) };
}

function input(name: (typeof names)[number]): HTMLInputElement {
  return screen.getByLabelText(name);
}

async function press(): Promise<void> {
  await userEvent.click(screen.getByRole("button"));
}

describe("A form", () => {
  it("would go by POST, and leaves what is wrong to our own words", () => {
    show();
    expect(screen.getByRole("form")).toHaveAttribute("method", "post");
    expect(screen.getByRole("form")).toHaveAttribute("novalidate");
  });

  it("is sent by us, never by the browser", async () => {
    const { send } = show();
    const event = createEvent.submit(screen.getByRole("form"));
    fireEvent(screen.getByRole("form"), event);
    expect(event.defaultPrevented).toBe(true);
    await waitFor(() => expect(send).toHaveBeenCalledOnce());
  });

  it.each([
    ["Enter", true, true],
    ["Enter", false, false],
    ["a", true, false],
  ])("on %s, composing: %s, keeps the browser from going on: %s", (key, isComposing, isKept) => {
    show();
    const event = createEvent.keyDown(input("email"), { key, isComposing });
    fireEvent(input("email"), event);
    expect(event.defaultPrevented).toBe(isKept);
  });

  it("is sent once at a time, and again when that has ended", async () => {
    let end = (): void => {};
    const { send } = show({ send: () => new Promise((done) => (end = () => done(undefined))) });
    await press();
    await press();
    expect(send).toHaveBeenCalledOnce();
    await act(async () => end());
    await press();
    expect(send).toHaveBeenCalledTimes(2);
  });

  it("is not sent while it is held", async () => {
    const { send, again } = show({ isHeld: true });
    await press();
    expect(send).not.toHaveBeenCalled();
    again({ isHeld: false });
    await press();
    expect(send).toHaveBeenCalledOnce();
  });

  it.each([
    ["at once", (isCleared: boolean) => isCleared],
    ["later", async (isCleared: boolean) => isCleared],
  ])("is sent where nothing speaks against it %s, else it empties nothing", async (_, answer) => {
    const isCleared = vi.fn<NonNullable<FormProps["isCleared"]>>(() => answer(true));
    isCleared.mockImplementationOnce(() => answer(false));
    const { send } = show({ isCleared });
    await userEvent.type(input("password"), "secret");
    await press();
    expect(isCleared.mock.calls[0]?.[0]).toMatchObject({ password: "secret" });
    expect(send).not.toHaveBeenCalled();
    expect(input("password")).toHaveValue("secret");
    await press();
    await waitFor(() => expect(send).toHaveBeenCalledOnce());
    await waitFor(() => expect(input("password")).toHaveValue(""));
  });

  it("is sent with what stands in it, whoever has filled it in without a word", async () => {
    const { send } = show({ list: "ready" });
    input("email").value = "ada@example.com";
    input("password").value = "secret";
    input("bio").value = "Once upon";
    input("land").value = "DE";
    input("news").checked = true;
    await press();
    expect(send.mock.calls[0]?.[0]).toEqual({
      email: "ada@example.com",
      password: "secret",
      bio: "Once upon",
      land: "DE",
      news: true,
    });
  });

  it.each([
    [undefined, "DE"],
    ["ready", "DE"],
    ["loading", "AT"],
  ] as const)("takes what a list in state %s shows for %s", async (list, land) => {
    const { send } = show({ list, defaultValues: { land: "AT" } });
    input("land").value = "DE";
    await press();
    expect(send.mock.calls[0]?.[0]).toMatchObject({ land });
  });

  it("keeps what it holds of inputs that are not there", async () => {
    const { send } = show({ isShort: true, defaultValues: { bio: "Once", news: true } });
    await press();
    expect(send.mock.calls[0]?.[0]).toMatchObject({ bio: "Once", news: true });
  });

  it("has nothing to do with a button of the same name", async () => {
    const { send } = show({ isShort: true, defaultValues: { bio: "Once" } });
    screen.getByRole<HTMLButtonElement>("button").name = "bio";
    await press();
    expect(send.mock.calls[0]?.[0]).toMatchObject({ bio: "Once" });
  });
});

describe("What is wrong with a form", () => {
  const judge: Judge<Values> = (values) => {
    if (!values.email) return { issues: [{ path: ["email"], message: "email_required" }] };
    if (values.email !== "guest") return { value: values };
    const params = { isOwnWords: true };
    return { issues: [{ path: ["email"], message: "No guests.", params }] };
  };

  it("is said at its field, in the words of the dictionary or of the app", async () => {
    const { send } = show({ schema: judge, refusal: fakeError("network", { online: true }) });
    expect(input("email")).toHaveAccessibleDescription("");
    await press();
    expect(input("email")).toHaveAccessibleDescription(en.validation.email_required);
    expect(input("email")).toHaveFocus();
    await userEvent.type(input("email"), "guest");
    expect(input("email")).toHaveAccessibleDescription("No guests.");
    expect(input("password")).toHaveAccessibleDescription("");
    expect(send).not.toHaveBeenCalled();
  });

  it("is judged again where another field changes that it hangs by", async () => {
    const wrong: Judge<Values> = (values) =>
      values.land ? { value: values } : { issues: [{ path: ["bio"], message: "refused" }] };
    show({ schema: wrong, deps: { land: "bio" } });
    await press();
    expect(input("bio")).toHaveAccessibleDescription(en.validation.refused);
    await userEvent.type(input("email"), "a");
    expect(input("bio")).toHaveAccessibleDescription(en.validation.refused);
    await userEvent.selectOptions(input("land"), "DE");
    await waitFor(() => expect(input("bio")).toHaveAccessibleDescription(""));
  });

  it.each<[string, Problem | undefined, "email" | "password" | undefined]>([
    ["nothing", undefined, undefined],
    ["the address", fakeError("invalid_email"), "email"],
    ["the password", fakeError("invalid_password", { policy: "strength", rules: [] }), "password"],
    ["a field that is not there", fakeError("invalid_captcha"), "password"],
    ["both or either", fakeError("invalid_credentials"), "password"],
    ["the form, as it is found here", "refused", "password"],
    ["the form, in the app's words", { refusal: "Not today." }, "password"],
    ["what only the tenant's page can mend", fakeError("login_required"), undefined],
    ["nothing, since it was given up", fakeError("aborted"), undefined],
  ])("being %s empties the secrets, and brings the reader there", async (_what, problem, at) => {
    const refusal = typeof problem === "object" && "code" in problem ? problem : undefined;
    const { held } = show({ send: async () => problem, refusal });
    await userEvent.type(input("email"), "ada");
    await userEvent.type(input("password"), "secret");
    await press();
    await waitFor(() => expect(input("password")).toHaveValue(""));
    expect(held()).toMatchObject({ email: "ada", password: "" });
    const target = at ? input(at) : screen.getByRole("button");
    await waitFor(() => expect(target).toHaveFocus());
    const isAtField = refusal?.code === "invalid_email" || refusal?.code === "invalid_password";
    for (const name of ["email", "password"] as const) {
      const words = isAtField && at === name ? translate(en, refusal) : "";
      expect(input(name)).toHaveAccessibleDescription(words);
    }
  });
});
