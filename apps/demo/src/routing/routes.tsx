import { lazy, type ReactNode } from "react";
import { SignIn } from "../pages/sign-in.js";
import { ReturningFirst } from "../session/returning-first.js";
import { SignedInOnly } from "../session/signed-in-only.js";

const Account = lazy(() => import("../pages/account.js"));
const Landing = lazy(() => import("../pages/landing.js"));
const NotFound = lazy(() => import("../pages/not-found.js"));
const Projects = lazy(() => import("../pages/projects.js"));
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
        <Landing />
      </ReturningFirst>
    ),
  },
  "/sign-in": { title: "Sign in", page: <SignIn /> },
  "/sign-up": { title: "Create your account", page: <SignUp /> },
  "/projects": {
    title: "Projects",
    page: <SignedInOnly>{() => <Projects />}</SignedInOnly>,
  },
  "/account": {
    title: "Your account",
    page: <SignedInOnly>{(session) => <Account session={session} />}</SignedInOnly>,
  },
};

const notFound: Route = { title: "Page not found", page: <NotFound /> };

/** The page at a path. */
export function routeAt(pathname: string): Route {
  return (Object.hasOwn(routes, pathname) && routes[pathname]) || notFound;
}
