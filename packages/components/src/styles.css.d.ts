// For apps whose bundler brings no types for style sheets: importing this one is all there is to it.
export {};
