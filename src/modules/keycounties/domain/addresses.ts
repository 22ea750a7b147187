// The address of the page of one key county.

export const keyCountyPath = (code: number) => `/key-counties/${code}`;
