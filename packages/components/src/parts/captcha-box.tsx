"use client";

import { Fragment, type ReactNode, type Ref } from "react";
import { usePartProps } from "./part-props.js";

/** What an app's captcha gets. */
export interface CaptchaProps {
  /**
   * To be called with the answer, and with the `state` that the tenant's challenge was made for, if there was one. An
   * empty answer takes the last one back, such as when it has run out.
   */
  readonly onSolved: (answer: string, state?: string) => void;
  /** To be called where the captcha cannot be shown or solved. */
  readonly onFailed: () => void;
  /** Counts the captchas from 1. An answer is good for one call, so each number is a new element. */
  readonly attempt: number;
}

/** Shows the app's captcha. */
export type RenderCaptcha = (props: CaptchaProps) => ReactNode;

/** What `CaptchaBox` takes. */
export interface CaptchaBoxProps extends CaptchaProps {
  readonly render: RenderCaptcha;
  /** For the element that gets the focus while the answer is missing. */
  readonly boxRef: Ref<HTMLDivElement>;
}

/** The place of an app's captcha, above a form's button. */
export function CaptchaBox({ render, boxRef, ...captcha }: CaptchaBoxProps): ReactNode {
  const partProps = usePartProps();
  return (
    <div {...partProps("captcha")} ref={boxRef} tabIndex={-1}>
      <Fragment key={captcha.attempt}>{render(captcha)}</Fragment>
    </div>
  );
}
