// With `?raw` the bundler gives each module a default export: its text.
/* eslint-disable import/default */
import copyButtons from "./inbox-scripts/copy-buttons.js?raw";
import filterMessages from "./inbox-scripts/filter-messages.js?raw";
import mergeMessages from "./inbox-scripts/merge-messages.js?raw";
import pageElements from "./inbox-scripts/page-elements.js?raw";
import sendForms from "./inbox-scripts/send-forms.js?raw";
import stayCurrent from "./inbox-scripts/stay-current.js?raw";
import tellConnection from "./inbox-scripts/tell-connection.js?raw";
import tellTimes from "./inbox-scripts/tell-times.js?raw";

/**
 * The inbox page's modules by file name; the browser gets them as they stand. None writes HTML: a
 * message that arrives is an element of the page as the server renders it anew.
 */
export const inboxScripts: ReadonlyMap<string, string> = new Map([
  ["copy-buttons.js", copyButtons],
  ["filter-messages.js", filterMessages],
  ["merge-messages.js", mergeMessages],
  ["page-elements.js", pageElements],
  ["send-forms.js", sendForms],
  ["stay-current.js", stayCurrent],
  ["tell-connection.js", tellConnection],
  ["tell-times.js", tellTimes],
]);
