// Addresses of pages about one problem and one query. Numbers of problems may hold any sign.

export const problemPath = (number: string) => `/rectification/problems/${encodeURIComponent(number)}`;
export const queryPath = (id: number) => `/rectification/queries/${id}`;
