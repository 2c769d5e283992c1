import "@testing-library/jest-dom/vitest";
import { createFakeClient, fakeError } from "@portico/core/testing";
import { Auth0Provider, type AuthClient, type Mfa as MfaCalls } from "@portico/react";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { withAccounts } from "../../test/linked-accounts.js";
import { loadEverything } from "../../test/load-everything.js";
import { enrolOnly } from "../../test/mfa-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { en } from "../i18n/locales/en.js";
import { LinkAccounts } from "../link-accounts/link-accounts.js";
import { Login } from "../login/login.js";
import { Mfa } from "../mfa/mfa.js";
import { PhoneNumbersProvider, type PhoneNumbers } from "../parts/phone-numbers-provider.js";
import { Passwordless } from "../passwordless/passwordless.js";
import { Signup } from "../signup/signup.js";
import * as full from "./full-phone-numbers.js";

keepConsoleQuiet();
beforeAll(loadEverything);

/** As it is dialled at home; only the library knows where its fifteen belongs. */
const mobile = { country: "AR", typed: "011 15-2345-6789", e164: "+5491123456789" };
const start = vi.fn<AuthClient["passwordless"]["start"]>(createFakeClient().passwordless.start);
const login = vi.fn<AuthClient["login"]>(createFakeClient().login);
const signup = vi.fn<AuthClient["signup"]>(async () => ({ kind: "accepted", destination: "" }));
const enroll = vi.fn<MfaCalls["enroll"]>(async (_, { factor }) => ({ factor, needsCode: true }));
const calls = { passwordless: { start }, login, signup, mfa: { enroll } };
const { country: defaultCountry } = mobile;

describe.each([
  {
    name: "Login",
    form: <Login identifier="phone" defaultCountry={defaultCountry} />,
    sent: () => login.mock.lastCall?.[0],
    expected: { username: mobile.e164 },
  },
  {
    name: "Signup",
    form: <Signup phone defaultCountry={defaultCountry} />,
    sent: () => signup.mock.lastCall?.[0],
    expected: { phoneNumber: mobile.e164 },
  },
  {
    name: "Passwordless",
    form: <Passwordless channel="phone" defaultCountry={defaultCountry} />,
    sent: () => start.mock.lastCall?.[0],
    expected: { phoneNumber: mobile.e164 },
  },
  {
    name: "Mfa",
    form: <Mfa challenge={enrolOnly} defaultCountry={defaultCountry} />,
    way: "Text message",
    sent: () => enroll.mock.lastCall?.[1],
    expected: { phoneNumber: mobile.e164 },
  },
  {
    name: "LinkAccounts",
    form: <LinkAccounts passwordless="sms" />,
    way: "Link a phone number",
    sent: () => start.mock.lastCall?.[0],
    expected: { phoneNumber: mobile.e164 },
  },
] as const)("$name, with numbers judged by the app's choice,", (given) => {
  it("refuses what is no number, and sends one as the library reads it", async () => {
    vi.clearAllMocks();
    show(given.form);
    if ("way" in given) {
      await userEvent.click(await screen.findByRole("button", { name: given.way }));
    }
    const phone = await screen.findByLabelText("Phone number");
    await userEvent.selectOptions(screen.getByLabelText("Country"), mobile.country);
    await fillOthers();
    await userEvent.type(phone, "1 23 45 67 89{Enter}");
    await waitFor(() => expect(phone).toHaveAccessibleDescription(en.validation.phone_invalid));
    expect(given.sent()).toBeUndefined();
    await userEvent.clear(phone);
    await userEvent.type(phone, `${mobile.typed}{Enter}`);
    await waitFor(() => expect(given.sent()).toMatchObject(given.expected));
  });
});

it("goes along to the tenant's own page as the app's choice reads it", async () => {
  const refused = vi.fn<AuthClient["passwordless"]["start"]>();
  refused.mockRejectedValue(fakeError("third_party_cookies_blocked"));
  const loginWithConnection = vi.fn<AuthClient["loginWithConnection"]>(() => new Promise(() => {}));
  const client = createFakeClient({ passwordless: { start: refused }, loginWithConnection });
  render(
    <Auth0Provider client={client}>
      <PhoneNumbersProvider load={async () => full}>
        <Passwordless channel="phone" defaultCountry={mobile.country} />
      </PhoneNumbersProvider>
    </Auth0Provider>,
  );
  await userEvent.type(screen.getByLabelText("Phone number"), `${mobile.typed}{Enter}`);
  await userEvent.click(await screen.findByRole("button", { name: en.progress.hosted }));
  expect(loginWithConnection.mock.lastCall?.[0]).toMatchObject({ loginHint: mobile.e164 });
});

describe("a field for a phone number", () => {
  it("fetches what judges it when somebody comes to it, and writes a number when it is left", async () => {
    const load = vi.fn(async () => full);
    show(<Passwordless channel="phone" defaultCountry="US" />, load);
    const phone = screen.getByLabelText("Phone number");
    expect(load).not.toHaveBeenCalled();
    await userEvent.type(phone, "202.555.0143");
    expect(load).toHaveBeenCalledOnce();
    await userEvent.tab();
    expect(phone).toHaveValue("(202) 555-0143");
    await userEvent.clear(phone);
    await userEvent.type(phone, "004930901820");
    await userEvent.tab();
    expect(phone).toHaveValue("+49 30 901820");
    expect(screen.getByLabelText("Country")).toHaveDisplayValue("Germany +49");
    await userEvent.clear(phone);
    await userEvent.type(phone, "+49 30");
    await userEvent.tab();
    expect(phone).toHaveValue("+49 30");
    expect(load).toHaveBeenCalledOnce();
  });

  it("leaves what is typed as it is without it, or where it writes nothing", async () => {
    const { unmount } = show(<Passwordless channel="phone" defaultCountry="US" />, null);
    await userEvent.type(screen.getByLabelText("Phone number"), "202.555.0143");
    await userEvent.tab();
    expect(screen.getByLabelText("Phone number")).toHaveValue("202.555.0143");
    unmount();
    const everything: PhoneNumbers = { e164Of: () => "+10000000" };
    show(<Passwordless channel="phone" defaultCountry="US" />, async () => everything);
    await userEvent.type(screen.getByLabelText("Phone number"), "whatever");
    await userEvent.tab();
    expect(screen.getByLabelText("Phone number")).toHaveValue("whatever");
  });
});

function show(form: ReactNode, load: (() => Promise<PhoneNumbers>) | null = async () => full) {
  const client = createFakeClient(withAccounts([], calls));
  return render(
    <Auth0Provider client={client}>
      {load ? <PhoneNumbersProvider load={load}>{form}</PhoneNumbersProvider> : form}
    </Auth0Provider>,
  );
}

/** What else a form wants to have before it is sent. */
async function fillOthers(): Promise<void> {
  for (const [label, value] of [
    ["E-mail", "ada@example.com"],
    ["Password", "Analytical Engine 1843"],
  ] as const) {
    const field = screen.queryByLabelText(label);
    if (field) await userEvent.type(field, value);
  }
}
