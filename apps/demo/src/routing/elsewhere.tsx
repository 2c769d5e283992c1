import { lazy, type ReactNode } from "react";
import { Projects } from "../pages/projects.js";
import { SignedInOnly } from "../session/signed-in-only.js";

const Account = lazy(() => import("../pages/account.js"));
const Billing = lazy(() => import("../pages/billing.js"));
const CodeSignIn = lazy(() => import("../pages/code-sign-in.js"));
const Doctor = lazy(() => import("../pages/doctor.js"));
const LinkSignIn = lazy(() => import("../pages/link-sign-in.js"));
const NewPassword = lazy(() => import("../pages/new-password.js"));
const Organizations = lazy(() => import("../pages/organizations.js"));
const Panel = lazy(() => import("../pages/panel.js"));
const Providers = lazy(() => import("../pages/providers.js"));
const Room = lazy(() => import("../pages/room.js"));
const SignUp = lazy(() => import("../pages/sign-up.js"));
const Ways = lazy(() => import("../pages/ways.js"));
const YourOwn = lazy(() => import("../pages/your-own.js"));

const pages: Readonly<Record<string, ReactNode>> = {
  "/": <Room name="landing" />,
  "/sign-up": <SignUp />,
  "/sign-in/panel": <Panel />,
  "/sign-in/code": <CodeSignIn />,
  "/sign-in/link": <LinkSignIn />,
  "/sign-in/providers": <Providers />,
  "/sign-in/your-own": <YourOwn />,
  "/reset-password": <NewPassword />,
  "/organizations": <Organizations />,
  "/ways": <Ways />,
  "/doctor": <Doctor />,
  // In this file already: it is where most sign-ins lead.
  "/projects": <SignedInOnly>{() => <Projects />}</SignedInOnly>,
  "/account": <SignedInOnly>{(session) => <Account session={session} />}</SignedInOnly>,
  "/account/billing": <SignedInOnly>{(session) => <Billing session={session} />}</SignedInOnly>,
};

/** Every page but the sign-in, by its path. */
export default function Elsewhere({ pathname }: { readonly pathname: string }): ReactNode {
  return (Object.hasOwn(pages, pathname) && pages[pathname]) || <Room name="not-found" />;
}
