"use client";

import type { ReactNode } from "react";
import { useMessages } from "../i18n/messages-provider.js";
import { usePartProps } from "./part-props.js";

/** A line with a word in it, between one way in and another: "or". */
export function Divider(): ReactNode {
  const partProps = usePartProps();
  return <p {...partProps("divider")}>{useMessages().social.or}</p>;
}
