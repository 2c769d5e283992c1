import type { AuthPanelProps } from "../auth-panel/auth-panel-props.js";
import { toReact } from "./shown.js";
import type { ShownOptions, WidgetPanelOptions } from "./widget-options.js";

/** The options of a page without React as the panel takes them. */
export function panelProps(options: WidgetPanelOptions): AuthPanelProps {
  const { login, signup, passwordless, resetPassword, mfa, ...panel } = options;
  return {
    ...forReact(panel),
    login: login && forReact(login),
    signup: signup && forReact(signup),
    passwordless: passwordless && forReact(passwordless),
    resetPassword: resetPassword && forReact(resetPassword),
    mfa: mfa && forReact(mfa),
  };
}

/** Only what is given, since a title that is there and undefined would be one too. */
function forReact<Options extends ShownOptions>(options: Options) {
  const { logo, title, message, terms, ...others } = options;
  return {
    ...others,
    ...(logo !== undefined && { logo: toReact(logo) }),
    ...(title !== undefined && { title: toReact(title) }),
    ...(message !== undefined && { message: toReact(message) }),
    ...(terms !== undefined && { terms: toReact(terms) }),
  };
}
