import type { FormEvent, KeyboardEvent } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import type { Problem } from "../i18n/translate.js";

/** For the form element. */
export interface FormProps {
  /** Should the browser send the form before React is there, then never in the address. */
  readonly method: "post";
  readonly noValidate: true;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLFormElement>) => void;
}

/** What an input is bound with, and what is wrong with it. */
export interface BoundField extends UseFormRegisterReturn {
  readonly problem: Problem | undefined;
}
