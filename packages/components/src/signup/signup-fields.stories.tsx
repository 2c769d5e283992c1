import { fakeError } from "@portico/core/testing";
import type { AuthError, SignupParams } from "@portico/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, waitFor, within } from "storybook/test";
import type { CaptchaProps } from "../parts/captcha-box.js";
import type { SignupField } from "./signup-field.js";
import { Signup } from "./signup.js";

const meta: Meta<typeof Signup> = {
  title: "Signup with more to ask",
  component: Signup,
  args: { onAccepted: fn(), onError: fn(), onLogin: fn() },
};

export default meta;

type Story = StoryObj<typeof Signup>;
type Canvas = ReturnType<typeof within>;

const terms = (
  <>
    I agree to the <a href="#terms">terms</a> and the <a href="#privacy">privacy notice</a>.
  </>
);

const plans = [
  { value: "solo", label: "Just me" },
  { value: "team", label: "A team of up to 20" },
  { value: "company", label: "A whole company" },
];

const fields: readonly SignupField[] = [
  { storage: "root", name: "given_name", kind: "text", label: "First name", required: true },
  { storage: "root", name: "family_name", kind: "text", label: "Last name", required: true },
  { name: "plan", kind: "select", label: "Who is it for?", required: true, options: plans },
  { name: "birthdate", kind: "date", label: "Birthday", hint: "We'll say hello on that day." },
  {
    name: "project",
    kind: "textarea",
    label: "What are you drawing?",
    hint: "A sentence is enough.",
  },
  { name: "news", kind: "checkbox", label: "Send me news, once a month at most" },
];

/** Every kind of field. */
export const AllKinds: Story = {
  args: {
    fields: [
      ...fields,
      { name: "company_email", kind: "email", label: "E-mail at work" },
      { name: "fax", kind: "tel", label: "Fax" },
      { name: "seats", kind: "number", label: "Seats", defaultValue: "3" },
      { name: "source", kind: "hidden", defaultValue: "story" },
    ],
  },
};

/** Filled in and sent: attributes go to the root of the user, the rest to its metadata. */
export const FilledIn: Story = {
  args: { fields, terms, termsRequired: true },
  parameters: { client: { signup: fn((_params: SignupParams) => accepted()) } },
  play: async ({ canvas, parameters }) => {
    await userEvent.type(canvas.getByLabelText("First name"), "Ada");
    await userEvent.type(canvas.getByLabelText("Last name"), "Lovelace");
    await userEvent.selectOptions(canvas.getByLabelText("Who is it for?"), "Just me");
    await userEvent.click(canvas.getByLabelText(/^Send me news/));
    await userEvent.click(canvas.getByRole("checkbox", { name: /I agree/ }));
    await signUp(canvas);
    await canvas.findByRole("region", { name: "Look for our message" });
    const { signup } = parameters["client"];
    await expect(signup).toHaveBeenCalledWith(
      expect.objectContaining({
        givenName: "Ada",
        userMetadata: expect.objectContaining({ plan: "solo", news: "true" }),
      }),
    );
  },
};

/** Sent half empty: each field says what it lacks, and the first one has the focus. */
export const FieldErrors: Story = {
  args: { fields, terms, termsRequired: true },
  play: async ({ canvas }) => {
    await signUp(canvas);
    await waitFor(() => expect(canvas.getByLabelText("First name")).toHaveFocus());
    await expect(canvas.getByLabelText("Who is it for?")).toHaveAccessibleDescription(
      "Choose one.",
    );
    await canvas.findByText("Agree to the terms to go on.");
  },
};

/** The app judges in its own words. */
export const OwnWords: Story = {
  args: {
    fields: [
      {
        name: "team",
        kind: "text",
        label: "Team",
        validate: (value) => (value === "Engine" ? undefined : `There is no team “${value}”.`),
      },
    ],
  },
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByLabelText(/^Team/), "Loom");
    await signUp(canvas);
    await canvas.findByText("There is no team “Loom”.");
  },
};

const plan = { name: "plan", kind: "select", label: "Plan", required: true } as const;

/** The choices of a list are on their way. */
export const ChoicesLoading: Story = {
  args: { fields: [{ ...plan, options: () => new Promise<never>(() => {}) }] },
  play: async ({ canvas }) => {
    await expect(canvas.getByLabelText("Plan")).toHaveDisplayValue("Loading");
  },
};

/** The choices did not come, and then they did. */
export const ChoicesFailed: Story = {
  args: { fields: [{ ...plan, options: () => Promise.reject(new DOMException("Down")) }] },
  beforeEach: () => {
    const report = window.reportError;
    window.reportError = () => {};
    return () => {
      window.reportError = report;
    };
  },
  play: async ({ canvas }) => {
    await canvas.findByText(/The choices didn't load/);
    await userEvent.click(canvas.getByRole("button", { name: "Try again" }));
    await expect(canvas.getByLabelText("Plan")).toHaveFocus();
    await canvas.findByText(/The choices didn't load/);
  },
};

/** With a username, which is taken. */
export const UsernameTaken: Story = {
  args: { username: true },
  parameters: { client: { signup: refuse(fakeError("username_exists")) } },
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByLabelText("Username"), "ada");
    await signUp(canvas);
    await canvas.findByText("That username is taken. Choose another one.");
    await waitFor(() => expect(canvas.getByLabelText("Username")).toHaveFocus());
  },
};

/** With a phone number that is half a number. */
export const PhoneWrong: Story = {
  args: { phone: "optional", defaultCountry: "DE" },
  play: async ({ canvas }) => {
    const phone = canvas.getByRole("textbox", { name: /^Phone number/ });
    await userEvent.type(phone, "030");
    await signUp(canvas);
    await waitFor(() => expect(phone).toBeInvalid());
    await expect(phone).toHaveFocus();
  },
};

/** Terms that the reader agrees to by going on. */
export const TermsAsText: Story = {
  args: {
    terms: (
      <>
        By creating an account you agree to the <a href="#terms">terms</a>.
      </>
    ),
  },
};

/** Other ways in wait for the terms as well. */
export const TermsBeforeProvider: Story = {
  args: { terms, termsRequired: true, connections: ["google-oauth2", "apple", "github"] },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Continue with Google" }));
    await canvas.findByText("Agree to the terms to go on.");
    await expect(canvas.getByRole("checkbox", { name: /I agree/ })).toHaveFocus();
  },
};

/** Other ways in above the form. */
export const WithProviders: Story = { args: { connections: ["google-oauth2", "apple"] } };

function OwnCaptcha({ onSolved }: Pick<CaptchaProps, "onSolved">) {
  return (
    <label>
      <input type="checkbox" onChange={() => onSolved("four")} /> Two and two is four
    </label>
  );
}

/** The app's captcha is still to be solved. */
export const CaptchaMissing: Story = {
  args: { captcha: ({ onSolved }) => <OwnCaptcha onSolved={onSolved} /> },
  play: async ({ canvas }) => {
    await signUp(canvas);
    await canvas.findByText("Finish the check first.");
    await expect(canvas.getByLabelText("Password")).toHaveValue("engine");
  },
};

/** The tenant refuses the answer, so there is a new captcha. */
export const CaptchaRefused: Story = {
  args: { captcha: ({ onSolved }) => <OwnCaptcha onSolved={onSolved} /> },
  parameters: { client: { signup: refuse(fakeError("invalid_captcha")) } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByLabelText("Two and two is four"));
    await signUp(canvas);
    await canvas.findByText("That check didn't work. Try it again.");
    await expect(canvas.getByLabelText("Two and two is four")).not.toBeChecked();
  },
};

/** In dark surroundings. */
export const Dark: Story = { ...FieldErrors, globals: { theme: "dark" } };

/** In a page that reads from the right. */
export const RightToLeft: Story = { ...FieldErrors, globals: { direction: "rtl" } };

/** As wide as a small phone. */
export const Narrow320: Story = {
  ...FieldErrors,
  decorators: [(Inner) => <div className="preview-320">{Inner()}</div>],
};

/** As narrow as it gets. */
export const Narrow280: Story = {
  ...TermsBeforeProvider,
  decorators: [(Inner) => <div className="preview-280">{Inner()}</div>],
};

async function signUp(canvas: Canvas): Promise<void> {
  await userEvent.type(canvas.getByLabelText("E-mail"), "ada@example.com");
  await userEvent.type(canvas.getByLabelText("Password"), "engine{Enter}");
}

async function accepted() {
  return { kind: "accepted", destination: "ada@example.com" } as const;
}

function refuse(error: AuthError): () => Promise<never> {
  return async () => {
    throw error;
  };
}
