import type { ComponentPropsWithoutRef, ComponentType } from "react";
import type { AccountRowProps } from "./account-row.js";
import type { AuthCardProps } from "./auth-card.js";
import type { AvatarProps } from "./avatar.js";
import type { ButtonProps } from "./button.js";
import type { CheckboxFieldProps } from "./checkbox-field.js";
import type { ChoiceListProps } from "./choice-list.js";
import type { CodeFieldProps } from "./code-field.js";
import type { CopyButtonProps } from "./copy-button.js";
import type { DialogProps } from "./dialog.js";
import type { FormAlertProps } from "./form-alert.js";
import type { PasswordFieldProps } from "./password-field.js";
import type { PasswordRulesProps } from "./password-rules.js";
import type { PhoneFieldProps } from "./phone-field.js";
import type { QrCodeProps } from "./qr-code.js";
import type { ResendButtonProps } from "./resend-button.js";
import type { SelectFieldProps } from "./select-field.js";
import type { SlotProps } from "./slot.js";
import type { SocialButtonProps } from "./social-button.js";
import type { SubmitButtonProps } from "./submit-button.js";
import type { TabsProps } from "./tabs.js";
import type { TextAreaFieldProps } from "./text-area-field.js";
import type { TextFieldProps } from "./text-field.js";

/** Every part that can be replaced, with what its replacement gets. */
export interface Slots {
  readonly AccountRow?: Slot<AccountRowProps, HTMLDivElement>;
  readonly AuthCard?: Slot<AuthCardProps, HTMLElement>;
  readonly Avatar?: Slot<AvatarProps, HTMLSpanElement>;
  readonly Button?: Slot<ButtonProps, HTMLButtonElement>;
  readonly CheckboxField?: Slot<CheckboxFieldProps, HTMLInputElement>;
  readonly ChoiceList?: Slot<ChoiceListProps, HTMLUListElement>;
  readonly CodeField?: Slot<CodeFieldProps, HTMLInputElement>;
  readonly CopyButton?: Slot<CopyButtonProps, HTMLButtonElement>;
  readonly Dialog?: Slot<DialogProps, HTMLDialogElement>;
  readonly FormAlert?: Slot<FormAlertProps, HTMLDivElement>;
  readonly PasswordField?: Slot<PasswordFieldProps, HTMLInputElement>;
  readonly PasswordRules?: Slot<PasswordRulesProps, HTMLDivElement>;
  readonly PasswordToggle?: Slot<ComponentPropsWithoutRef<"button">, HTMLButtonElement>;
  readonly PhoneField?: Slot<PhoneFieldProps, HTMLInputElement>;
  readonly QrCode?: Slot<QrCodeProps, SVGSVGElement>;
  readonly ResendButton?: Slot<ResendButtonProps, HTMLButtonElement>;
  readonly SelectField?: Slot<SelectFieldProps, HTMLSelectElement>;
  readonly SocialButton?: Slot<SocialButtonProps, HTMLButtonElement>;
  readonly SubmitButton?: Slot<SubmitButtonProps, HTMLButtonElement>;
  readonly Tabs?: Slot<TabsProps, HTMLDivElement>;
  readonly TextAreaField?: Slot<TextAreaFieldProps, HTMLTextAreaElement>;
  readonly TextButton?: Slot<ComponentPropsWithoutRef<"button">, HTMLButtonElement>;
  readonly TextField?: Slot<TextFieldProps, HTMLInputElement>;
}

type Slot<Props, Element> = ComponentType<SlotProps<Props, Element>> | undefined;
