import { lazy, type ReactNode } from "react";
import { SignIn } from "../pages/sign-in.js";
import { ReturningFirst } from "../session/returning-first.js";

const Elsewhere = lazy(() => import("./elsewhere.js"));

/** The page at a path; all but the sign-in come with a file of their own, which the first page has no use for. */
export function pageAt(pathname: string): ReactNode {
  if (pathname === "/sign-in") return <SignIn />;
  const page = <Elsewhere pathname={pathname} />;
  // A redirect comes back here on its way to another page.
  return pathname === "/" ? <ReturningFirst>{page}</ReturningFirst> : page;
}
