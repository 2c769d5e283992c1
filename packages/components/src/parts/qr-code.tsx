"use client";

import { useEffect, useMemo, useState, type ComponentPropsWithoutRef } from "react";
import type { QrCodeGenerateOptions, QrCodeGenerateResult } from "uqr";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";

/** What `QrCode` takes besides the attributes of an svg. */
export interface QrCodeProps extends Omit<ComponentPropsWithoutRef<"svg">, "children"> {
  /** What the picture says. It stands nowhere but in the picture. */
  readonly text: string;
  /** Names the picture. */
  readonly label: string;
}

type Encode = (text: string, options: QrCodeGenerateOptions) => QrCodeGenerateResult;

/** A QR code: black on white in every theme, as cameras want it, with its quiet zone. Its encoder is loaded when needed. */
export const QrCode = slot<QrCodeProps, SVGSVGElement>(
  "QrCode",
  function QrCode({ text, label, className, ...native }, ref) {
    const partProps = usePartProps();
    const encode = useEncoder();
    const { size, path } = useMemo(() => draw(text, encode), [text, encode]);
    return (
      <svg
        width="192"
        height="192"
        shapeRendering="crispEdges"
        {...native}
        {...partProps("qr", className)}
        ref={ref}
        viewBox={`0 0 ${size} ${size}`}
        data-state={path ? "drawn" : "loading"}
        role="img"
        aria-label={label}
      >
        <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
        <path fill="#000" d={path} />
      </svg>
    );
  },
);

function useEncoder(): Encode | undefined {
  const [loaded, setLoaded] = useState<{ readonly encode: Encode }>();
  useEffect(() => {
    let isWanted = true;
    import("uqr").then(
      ({ encode }) => {
        if (isWanted) setLoaded({ encode });
      },
      // Without it there is no picture; what it says can be typed.
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return loaded?.encode;
}

/** ISO/IEC 18004 wants four modules of white around a code. */
const quiet = 4;

/** One path, in runs of dark modules along the rows. */
function draw(text: string, encode: Encode | undefined): { size: number; path: string } {
  if (!encode) return { size: 1, path: "" };
  const { data, size } = encode(text, { border: 0 });
  const runs = data.flatMap((row, y) =>
    Array.from(
      row
        .map((isDark) => (isDark ? "1" : "0"))
        .join("")
        .matchAll(/1+/g),
      (run) => {
        const { length } = run[0];
        return `M${run.index + quiet} ${y + quiet}h${length}v1h-${length}z`;
      },
    ),
  );
  return { size: size + 2 * quiet, path: runs.join("") };
}
