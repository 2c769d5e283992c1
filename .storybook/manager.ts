import { addons } from "storybook/manager-api";

// Components with several pages stay in their place among the others.
addons.setConfig({ sidebar: { showRoots: false } });
