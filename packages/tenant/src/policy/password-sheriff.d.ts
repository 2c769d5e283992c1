declare module "password-sheriff" {
  interface MissingRule {
    message: string;
    code: string;
    verified: boolean;
    format?: (string | number)[];
    items?: MissingRule[];
  }
  interface PasswordPolicy {
    check(password: string): boolean;
    missing(password: string): { rules: MissingRule[]; verified: boolean };
    toString(): string;
  }
  export default function createPolicy(name: string): PasswordPolicy;
}
