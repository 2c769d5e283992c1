import type { ReactNode } from "react";
import { Landing } from "./landing.js";
import { NotFound } from "./not-found.js";
import { SignedOut } from "./signed-out.js";

type RoomProps =
  | { readonly name: "landing" | "not-found" }
  | { readonly name: "signed-out"; readonly signIn: string };

/** Small pages without a form, which load as one. */
export default function Room(props: RoomProps): ReactNode {
  switch (props.name) {
    case "landing":
      return <Landing />;
    case "signed-out":
      return <SignedOut signIn={props.signIn} />;
    case "not-found":
      return <NotFound />;
    default:
      return props satisfies never;
  }
}
