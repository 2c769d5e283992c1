"use client";

import type { ReactNode } from "react";
import { socialWords } from "../i18n/en/social.js";
import { useMessages } from "../i18n/messages-provider.js";
import { usePartProps } from "./part-props.js";

/** A line with a word in it, between one way in and another: "or". */
export function Divider(): ReactNode {
  const partProps = usePartProps();
  return <p {...partProps("divider")}>{useMessages(socialWords).social.or}</p>;
}
