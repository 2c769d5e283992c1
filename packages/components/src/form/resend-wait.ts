/** Until a message may be sent again, in milliseconds: it takes a moment to arrive, and costs money. */
export const resendWait = 30_000;
