// Addresses of pages about the points of one household; the QR code of a paper book leads to the same.

type HouseholdKey = { countyCode: number; id: number };

export const counterPath = ({ countyCode, id }: HouseholdKey) => `/governance/counter?household=${countyCode}-${id}`;
