import { relayPopup } from "@portico/core/popup-callback";

relayPopup();
