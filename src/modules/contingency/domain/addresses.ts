// Addresses of pages about one event. Numbers of records may hold any sign.

export const eventPath = (number: string) => `/contingency/${encodeURIComponent(number)}`;
export const eventHouseholdsPath = (number: string) => `${eventPath(number)}/households`;
