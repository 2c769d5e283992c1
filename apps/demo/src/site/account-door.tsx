import { useUser, type User } from "@portico/react";
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from "react";
import { useWords } from "../words/use-words.js";

const load = () => import("./account-menu.js");
const AccountMenu = lazy(load);

/** The button of the user menu, which is fetched when somebody comes near it and stands in its place once pressed. */
export default function AccountDoor(): ReactNode {
  const user = useUser();
  const [isOpened, setOpened] = useState(false);
  if (!user) return null;
  const button = <DoorButton name={nameOf(user)} onPress={() => setOpened(true)} />;
  return isOpened ? (
    <Suspense fallback={button}>
      <Opened>
        <AccountMenu />
      </Opened>
    </Suspense>
  ) : (
    button
  );
}

/** Does what the press meant for the button that has gone. */
function Opened({ children }: { readonly children: ReactNode }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const button = place.current?.querySelector("button");
    if (button?.ariaExpanded !== "false") return;
    button.focus();
    button.click();
  }, []);
  return <div ref={place}>{children}</div>;
}

function DoorButton(props: { readonly name: string; readonly onPress: () => void }): ReactNode {
  const { name, onPress } = props;
  const fetchAhead = () => void load().catch(() => {});
  return (
    <div className="portico-user">
      <button
        type="button"
        className="portico-user-button"
        aria-expanded={false}
        onClick={onPress}
        onFocus={fetchAhead}
        onPointerEnter={fetchAhead}
      >
        <span className="portico-avatar" aria-hidden="true">
          {initialsOf(name)}
        </span>
        <span className="unseen">{useWords(doorWords)(name)}</span>
      </button>
    </div>
  );
}

const doorWords = {
  en: (name: string) => `Account of ${name}`,
  ar: (name: string) => `حساب ${name}`,
};

function nameOf({ name, email, sub }: User): string {
  return name ?? email ?? sub;
}

/** As the menu writes them, so that nothing changes when it comes. */
function initialsOf(name: string): string {
  const [first = "", ...others] = name.split("@", 1)[0]?.split(/[\s._]+/) ?? [];
  const last = name.includes("@") ? "" : (others.at(-1) ?? "");
  return (first.charAt(0) + last.charAt(0)).toUpperCase();
}
