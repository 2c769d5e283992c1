import type { ComponentPropsWithoutRef, ComponentType } from "react";
import type { AuthCardProps } from "./auth-card.js";
import type { ButtonProps } from "./button.js";
import type { CodeFieldProps } from "./code-field.js";
import type { FormAlertProps } from "./form-alert.js";
import type { PasswordFieldProps } from "./password-field.js";
import type { PasswordRulesProps } from "./password-rules.js";
import type { SlotProps } from "./slot.js";
import type { SubmitButtonProps } from "./submit-button.js";
import type { TextFieldProps } from "./text-field.js";

/** Every part that can be replaced, with what its replacement gets. */
export interface Slots {
  readonly AuthCard?: Slot<AuthCardProps, HTMLElement>;
  readonly Button?: Slot<ButtonProps, HTMLButtonElement>;
  readonly CodeField?: Slot<CodeFieldProps, HTMLInputElement>;
  readonly FormAlert?: Slot<FormAlertProps, HTMLDivElement>;
  readonly PasswordField?: Slot<PasswordFieldProps, HTMLInputElement>;
  readonly PasswordRules?: Slot<PasswordRulesProps, HTMLDivElement>;
  readonly PasswordToggle?: Slot<ComponentPropsWithoutRef<"button">, HTMLButtonElement>;
  readonly SubmitButton?: Slot<SubmitButtonProps, HTMLButtonElement>;
  readonly TextButton?: Slot<ComponentPropsWithoutRef<"button">, HTMLButtonElement>;
  readonly TextField?: Slot<TextFieldProps, HTMLInputElement>;
}

type Slot<Props, Element> = ComponentType<SlotProps<Props, Element>> | undefined;
