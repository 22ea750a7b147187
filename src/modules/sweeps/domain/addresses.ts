// Addresses of pages about one round.

export const sweepPath = (id: number) => `/sweeps/${id}`;
export const sweepItemsPath = (id: number) => `${sweepPath(id)}/households`;
export const sweepRechecksPath = (id: number) => `${sweepPath(id)}/rechecks`;
