/** Calls the app. Its own mistakes must not look like a failure of ours; the page's error event tells of them. */
export function callApp(run: () => void): void {
  try {
    run();
  } catch (error) {
    setTimeout(() => {
      throw error;
    });
  }
}
