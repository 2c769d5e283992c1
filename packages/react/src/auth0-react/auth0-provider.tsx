"use client";

import type { ReactNode } from "react";
import { Auth0Provider as OwnProvider } from "../provider/auth0-provider.js";
import { ownPropsFrom, type Auth0ProviderOptions } from "./auth0-props.js";

/** The provider of `@portico/react` for the properties of @auth0/auth0-react, and for those of its own. */
export function Auth0Provider(props: Auth0ProviderOptions): ReactNode {
  return <OwnProvider {...ownPropsFrom(props)} />;
}
