// Addresses of pages about one team, member or ballot. Numbers may hold any sign.

export const teamPath = (village: number) => `/teams/villages/${village}`;
export const memberPath = (number: string) => `/teams/members/${encodeURIComponent(number)}`;
export const ballotPath = (number: string) => `/teams/ballots/${encodeURIComponent(number)}`;
