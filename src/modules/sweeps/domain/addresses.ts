// Addresses of pages about one round. Numbers of records may hold any sign.

export const sweepPath = (number: string) => `/sweeps/${encodeURIComponent(number)}`;
export const sweepItemsPath = (number: string) => `${sweepPath(number)}/households`;
export const sweepRechecksPath = (number: string) => `${sweepPath(number)}/rechecks`;
export const sweepAssigningPath = (number: string) => `${sweepPath(number)}/assigning`;
