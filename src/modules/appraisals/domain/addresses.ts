// Where the pages of assessment are.

export const resultsPath = (number: string) => `/appraisals/${encodeURIComponent(number)}`;
export const sheetPath = (number: string, region: number) => `${resultsPath(number)}/${region}`;
