import { lazy, type ReactNode } from "react";
import { SignIn } from "../pages/sign-in.js";
import { ReturningFirst } from "../session/returning-first.js";
import { SignedInOnly } from "../session/signed-in-only.js";

const Room = lazy(() => import("../pages/room.js"));
const SignUp = lazy(() => import("../pages/sign-up.js"));

/** A page: its title, and what stands in it. */
export interface Route {
  readonly title: string;
  readonly page: ReactNode;
}

const routes: Readonly<Record<string, Route>> = {
  "/": {
    title: "Know what is due for review",
    page: (
      <ReturningFirst>
        <Room name="landing" />
      </ReturningFirst>
    ),
  },
  "/sign-in": { title: "Sign in", page: <SignIn /> },
  "/sign-up": { title: "Create your account", page: <SignUp /> },
  "/projects": {
    title: "Projects",
    page: <SignedInOnly>{() => <Room name="projects" />}</SignedInOnly>,
  },
  "/account": {
    title: "Your account",
    page: <SignedInOnly>{(session) => <Room name="account" session={session} />}</SignedInOnly>,
  },
};

const notFound: Route = { title: "Page not found", page: <Room name="not-found" /> };

/** The page at a path. */
export function routeAt(pathname: string): Route {
  return (Object.hasOwn(routes, pathname) && routes[pathname]) || notFound;
}
