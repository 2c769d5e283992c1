/**
 * Thrown where a client is to see that its connection is gone. Whoever answers requests destroys
 * the socket then, or lets `fetch` fail as it would in a browser.
 */
export class ConnectionLost extends Error {
  constructor() {
    super("A fault rule has cut this connection.");
    this.name = "ConnectionLost";
  }
}
