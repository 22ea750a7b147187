// Addresses of pages about one village.

export const villagePath = (code: number) => `/construction/villages/${code}`;
