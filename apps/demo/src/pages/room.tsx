import type { Session } from "@portico/react";
import type { ReactNode } from "react";
import { Account } from "./account.js";
import { Landing } from "./landing.js";
import { NotFound } from "./not-found.js";
import { Projects } from "./projects.js";
import { Setup } from "./setup.js";
import { SignedOut } from "./signed-out.js";

type RoomProps =
  | { readonly name: "landing" | "projects" | "not-found" | "setup" }
  | { readonly name: "account"; readonly session: Session }
  | { readonly name: "signed-out"; readonly signIn: string };

/** Every page without a form. They load as one, so that nothing is left to wait for after signing in. */
export default function Room(props: RoomProps): ReactNode {
  switch (props.name) {
    case "landing":
      return <Landing />;
    case "projects":
      return <Projects />;
    case "account":
      return <Account session={props.session} />;
    case "signed-out":
      return <SignedOut signIn={props.signIn} />;
    case "not-found":
      return <NotFound />;
    case "setup":
      return <Setup />;
    default:
      return props satisfies never;
  }
}
