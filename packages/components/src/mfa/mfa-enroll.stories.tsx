import type { MfaChallenge } from "@portico/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, waitFor, type within } from "storybook/test";
import { Mfa } from "./mfa.js";

const meta: Meta<typeof Mfa> = {
  title: "Mfa, set up",
  component: Mfa,
  args: { challenge: enrolOnly(), onAuthenticated: fn(), onStartOver: fn() },
};

export default meta;

type Story = StoryObj<typeof Mfa>;

/** No factor yet: one is set up. */
export const Enroll: Story = {
  play: async ({ canvas }) => {
    await canvas.findByRole("button", { name: "Authenticator app" });
  },
};

/** The recovery codes of a new factor come first. */
export const KeepRecoveryCode: Story = {
  play: async ({ canvas }) => {
    await choose(canvas, "Authenticator app");
    const card = await canvas.findByRole("region", { name: "Keep your recovery code" });
    await waitFor(() => expect(card).toHaveFocus());
    await canvas.findByText("FAKE-RECOVERY-CODE");
  },
};

/** An authenticator app is set up. */
export const EnrollApp: Story = {
  parameters: { client: { mfa: { enroll: async () => appEnrollment } } },
  play: async ({ canvas }) => {
    await choose(canvas, "Authenticator app");
    const picture = await canvas.findByRole("img", { name: "QR code to scan with the app" });
    await waitFor(() => expect(picture).toHaveAttribute("data-state", "drawn"));
    await expect(canvas.getByText("JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP")).toBeVisible();
  },
};

/** Where the codes of a phone that is set up shall go. */
export const EnrollPhone: Story = {
  args: { defaultCountry: "DE" },
  play: async ({ canvas }) => {
    await choose(canvas, "Text message");
    await waitFor(() => expect(canvas.getByLabelText("Phone number")).toHaveFocus());
  },
};

/** A code went to the new phone. */
export const ConfirmPhone: Story = {
  ...EnrollPhone,
  play: async (context) => {
    const { canvas } = context;
    await EnrollPhone.play?.(context);
    await userEvent.type(canvas.getByLabelText("Phone number"), "030 901820{Enter}");
    await canvas.findByText(/\+4930901820/);
    await waitFor(() => expect(canvas.getByLabelText("Code")).toHaveFocus());
  },
};

/** Where the codes by e-mail shall go. */
export const EnrollEmail: Story = {
  play: async ({ canvas }) => {
    await choose(canvas, "E-mail");
    await waitFor(() => expect(canvas.getByLabelText("E-mail")).toHaveFocus());
  },
};

/** A device is set up by a picture, and answers by itself. */
export const EnrollDevice: Story = {
  parameters: {
    client: {
      mfa: {
        enroll: async () => ({ factor: "push", needsCode: false, barcodeUri: "otpauth://push" }),
        verify: never,
      },
    },
  },
  play: async ({ canvas }) => {
    await choose(canvas, /^Notification/);
    const picture = await canvas.findByRole("img");
    await waitFor(() => expect(picture).toHaveAttribute("data-state", "drawn"));
  },
};

/** The picture stays black on white, or no camera could read it. */
export const Dark: Story = { ...EnrollApp, globals: { theme: "dark" } };

/** As wide as a small phone. */
export const Narrow320: Story = {
  ...EnrollApp,
  decorators: [(Inner) => <div className="preview-320">{Inner()}</div>],
};

const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const appEnrollment = {
  factor: "otp",
  needsCode: true,
  barcodeUri: `otpauth://totp/Drawing%20Board:ada%40example.com?secret=${secret}&issuer=Drawing%20Board&algorithm=SHA1&digits=6&period=30`,
  secret,
} as const;

function enrolOnly(): MfaChallenge {
  const enroll = ["otp", "sms", "voice", "email", "push"] as const;
  return { type: "mfa", expiresAt: Number.MAX_SAFE_INTEGER, enroll };
}

async function choose(
  canvas: ReturnType<typeof within>,
  name: string | RegExp,
): Promise<HTMLElement> {
  const button = await canvas.findByRole("button", { name });
  await userEvent.click(button);
  return button;
}

function never(): Promise<never> {
  return new Promise(() => {});
}
