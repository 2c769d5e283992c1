/** The page of Storybook that windows and redirects of its live stories come back to, relative to its origin. */
export const liveCallback = "iframe.html?id=live--callback&viewMode=story";
