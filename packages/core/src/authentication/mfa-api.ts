/** STUB */
export {};
