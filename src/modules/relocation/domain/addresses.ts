// Addresses of pages about one site. Numbers of records may hold any sign.

export const sitePath = (number: string) => `/relocation/${encodeURIComponent(number)}`;
