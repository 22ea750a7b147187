// Addresses of pages about one pairing. Numbers of records may hold any sign.

export const pairingPath = (number: string) => `/pairing/pairs/${encodeURIComponent(number)}`;
