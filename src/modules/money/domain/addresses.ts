// Addresses of pages about one thing. Numbers of records may hold any sign.

export const projectPath = (number: string) => `/money/projects/${encodeURIComponent(number)}`;
export const documentPath = (number: string) => `/money/documents/${encodeURIComponent(number)}`;
