// Addresses of pages about one asset. Numbers of records may hold any sign.

export const assetPath = (number: string) => `/assets/${encodeURIComponent(number)}`;
export const handoverPath = (number: string) => `${assetPath(number)}/handover`;
