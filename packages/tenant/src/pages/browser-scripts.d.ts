// Scripts that only the browser runs: the bundler hands over their text.
declare module "*.js?raw" {
  const text: string;
  export default text;
}
