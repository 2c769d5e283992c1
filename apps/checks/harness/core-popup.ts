import { relayPopup } from "@portico/core/popup-callback";

// The page that a popup comes back to: it hands the response to the page that opened it.
relayPopup();
