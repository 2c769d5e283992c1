"use client";

import type { MfaEnrollment } from "@portico/react";
import type { ReactNode } from "react";
import { mfaWords } from "../i18n/en/mfa.js";
import { useMessages } from "../i18n/messages-provider.js";
import { usePartProps } from "../parts/part-props.js";
import { QrCode } from "../parts/qr-code.js";
import { SecretCode } from "../parts/secret-code.js";
import { useArrival } from "../parts/use-arrival.js";

/** What `MfaSetUp` takes. */
export interface MfaSetUpProps {
  readonly enrollment: Pick<MfaEnrollment, "barcodeUri" | "secret">;
  readonly label: string;
  readonly autoFocus?: boolean | undefined;
}

/** What an app has to know: as a picture and, where it can be typed, as a key. */
export function MfaSetUp({ enrollment, label, autoFocus }: MfaSetUpProps): ReactNode {
  const { barcodeUri, secret } = enrollment;
  const { qrCode, secret: words } = useMessages(mfaWords).mfa.enroll;
  const partProps = usePartProps();
  const ref = useArrival<HTMLDivElement>(autoFocus);
  return (
    <div {...partProps("set-up")} ref={ref} tabIndex={-1} role="group" aria-label={label}>
      {barcodeUri !== undefined && <QrCode text={barcodeUri} label={qrCode} />}
      {secret !== undefined && (
        <>
          <p {...partProps("text")}>{words}</p>
          <SecretCode code={secret}>{secret.match(/.{1,4}/g)?.join(" ")}</SecretCode>
        </>
      )}
    </div>
  );
}
