/** The identifier of the Management API at `origin`, which is its address. */
export const managementAudience = (origin: string): string => `${origin}/api/v2/`;
