export { createAuthClient, type AuthClient, type AuthConfig } from "@portico/react";
export { mountAuthPanel, type MountedPanel } from "./mount-auth-panel.js";
export type { Shown } from "./shown.js";
export type { WidgetOptions, WidgetPanelOptions, WidgetViews } from "./widget-options.js";
