"use client";

import { useEffect, useRef, useState, type ComponentPropsWithoutRef, type ReactNode } from "react";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";

/** What `Avatar` takes besides the attributes of a span. */
export interface AvatarProps extends Omit<ComponentPropsWithoutRef<"span">, "children"> {
  /** The address of a picture. It is fetched without telling from which page. */
  readonly picture?: string | undefined;
  /** Shown where there is no picture, or where it does not load. */
  readonly initials?: ReactNode;
}

/** Who is signed in, in a circle. It names nobody: the words beside it do. */
export const Avatar = slot<AvatarProps, HTMLSpanElement>(
  "Avatar",
  function Avatar({ picture, initials, className, ...native }, ref) {
    const partProps = usePartProps();
    const image = useRef<HTMLImageElement>(null);
    const [broken, setBroken] = useState<string>();
    const shown = picture && picture !== broken ? picture : undefined;

    // In a page that a server sent, it may have failed before anybody was there to hear of it.
    useEffect(() => {
      const { complete, naturalWidth } = image.current ?? {};
      if (complete && naturalWidth === 0) setBroken(picture);
    }, [picture]);

    return (
      <span
        aria-hidden="true"
        {...native}
        {...partProps("avatar", className)}
        ref={ref}
        data-state={shown ? "picture" : initials ? "initials" : "empty"}
      >
        {shown ? (
          <img
            ref={image}
            src={shown}
            alt=""
            referrerPolicy="no-referrer"
            onError={() => setBroken(shown)}
          />
        ) : (
          initials
        )}
      </span>
    );
  },
);
