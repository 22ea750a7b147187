// Addresses of pages about one cadre. Numbers of records may hold any sign.

export const cadrePath = (number: string) => `/duties/cadres/${encodeURIComponent(number)}`;
