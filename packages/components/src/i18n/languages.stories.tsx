import { fakeError } from "@portico/core/testing";
import type { AuthError } from "@portico/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactNode } from "react";
import { expect, userEvent, within } from "storybook/test";
import { FakeTenant } from "../../../../.storybook/fake-tenant.js";
import { Login } from "../login/login.js";
import { Signup } from "../signup/signup.js";
import { ar } from "./locales/ar.js";
import { de } from "./locales/de.js";
import { en } from "./locales/en.js";
import { es } from "./locales/es.js";
import { fr } from "./locales/fr.js";
import { he } from "./locales/he.js";
import { ja } from "./locales/ja.js";
import { pseudo } from "./locales/pseudo.js";
import { ptBR } from "./locales/pt-br.js";
import { zhCN } from "./locales/zh-cn.js";
import { MessagesProvider } from "./messages-provider.js";
import type { Messages } from "./messages.js";

const languages: readonly Messages[] = [en, de, fr, es, ptBR, ja, zhCN, ar, he];

const meta: Meta<typeof MessagesProvider> = {
  title: "Languages",
  component: MessagesProvider,
  parameters: { client: "own" },
};

export default meta;

type Story = StoryObj<typeof MessagesProvider>;

/** A refused login in every language: words, direction and digits are each its own. */
export const SideBySide: Story = {
  render: () => (
    <div className="preview-gallery">
      {languages.map((messages) => (
        <Speaking
          key={messages.locale}
          messages={messages}
          error={fakeError("invalid_credentials")}
        >
          <Login onSignup={() => {}} />
        </Speaking>
      ))}
    </div>
  ),
  play: async ({ canvas }) => {
    await refused(canvas, languages);
    const cards = canvas.getAllByRole("region");
    await expect(cards.map((card) => card.lang)).toEqual(languages.map(({ locale }) => locale));
    await expect(cards.map((card) => getComputedStyle(card).direction)).toEqual(
      languages.map(({ direction = "ltr" }) => direction),
    );
  },
};

/** A sign-up in every language, with the rules for a password: numbers agree with what is counted. */
export const Rules: Story = {
  render: () => (
    <div className="preview-gallery">
      {languages.map((messages) => (
        <Speaking key={messages.locale} messages={messages} error={fakeError("server")}>
          <Signup onLogin={() => {}} passwordPolicy="excellent" />
        </Speaking>
      ))}
    </div>
  ),
  play: async ({ canvas }) => {
    for (const { rules } of languages) await canvas.findByText(rules.lengthAtLeast([10]));
    await expectAllInside(canvas);
  },
};

/** Every language where there is least room for it, with its longest failures. */
export const Narrow280: Story = {
  render: () => (
    <div className="preview-280">
      <div className="preview-gallery">
        {languages.map((messages) => (
          <Speaking key={messages.locale} messages={messages} error={tooMany}>
            <Login onSignup={() => {}} />
          </Speaking>
        ))}
      </div>
    </div>
  ),
  play: async ({ canvas }) => {
    await refused(canvas, languages);
    await expectAllInside(canvas);
  },
};

/** Words that come from elsewhere would be plain here, and what is cut off would lack its bracket. */
export const Pseudo280: Story = {
  render: () => (
    <div className="preview-280">
      <div className="preview-gallery">
        <Speaking messages={pseudo} error={tooMany}>
          <Login onSignup={() => {}} />
        </Speaking>
        <Speaking messages={pseudo} error={fakeError("server")}>
          <Signup onLogin={() => {}} passwordPolicy="good" />
        </Speaking>
      </div>
    </div>
  ),
  play: async ({ canvas, canvasElement }) => {
    await refused(canvas, [pseudo, pseudo]);
    await expectAllInside(canvas);
    for (const text of textsOf(canvasElement)) {
      await expect(text.trim()).toMatch(/^\(?⟦.*⟧\)?$|^[.()]*$/);
    }
  },
};

const tooMany = fakeError("rate_limited", {}, { retryAfter: 90_000 });

interface SpeakingProps {
  readonly messages: Messages;
  readonly error: AuthError;
  readonly children: ReactNode;
}

/** A tenant that refuses everything, in a language. */
function Speaking({ messages, error, children }: SpeakingProps) {
  return (
    <FakeTenant login={refuse(error)} signup={refuse(error)}>
      <MessagesProvider messages={messages}>{children}</MessagesProvider>
    </FakeTenant>
  );
}

function refuse(error: AuthError): () => Promise<never> {
  return async () => {
    throw error;
  };
}

/** Fills every card in its own language, sends it, and waits for what is said then. */
async function refused(canvas: ReturnType<typeof within>, spoken: readonly Messages[]) {
  for (const [index, card] of canvas.getAllByRole("region").entries()) {
    const form = within(card);
    const { fields } = spoken[index] ?? en;
    await userEvent.type(form.getByLabelText(fields.email), "ada.lovelace@example.com");
    await userEvent.type(form.getByLabelText(fields.password), "Analytical Engine 1843{Enter}");
    await form.findByText(/./, { selector: "[role=alert] p" });
  }
}

/** No text is wider than the card that it stands on. */
async function expectAllInside(canvas: ReturnType<typeof within>): Promise<void> {
  for (const card of canvas.getAllByRole("region")) {
    const { left, right } = card.getBoundingClientRect();
    const outside = [...card.querySelectorAll("*")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && (box.left < left || box.right > right);
    });
    await expect(outside).toEqual([]);
    await expect(card.scrollWidth).toBe(card.clientWidth);
  }
}

function textsOf(root: Element): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? "");
  return texts.filter((text) => text.trim() !== "");
}
