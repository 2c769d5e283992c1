/** STUB */
export class AuthenticationClient {}
