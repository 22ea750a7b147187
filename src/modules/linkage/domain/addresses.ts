/** Where the page of a firm, cooperative or farm stands. */
export const entityPath = (code: string) => `/linkage/entities/${encodeURIComponent(code)}`;
