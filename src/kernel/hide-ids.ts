// ID numbers and phones where they do not belong: in a cell of another column, in what an export was filtered by. They are kept
// sealed or not at all; what is written in clear shows the last four digits.

const NUMBER = /(?<![0-9A-Za-z])(?:\d{15,22}[Xx]?|1[3-9]\d{9})(?![0-9A-Za-z])/g;
/** As people write them: in groups, with full-width digits. */
const SPACED = /^(?:\d{15,22}[Xx]?|1[3-9]\d{9})$/;

function masked(digits: string): string {
  return `${'*'.repeat(digits.length - 4)}${digits.slice(-4)}`;
}

/** The text with numbers masked that may be an ID or a phone; otherwise as it is. */
export function hideIds(text: string): string {
  const hidden = text.replace(NUMBER, masked);
  if (hidden !== text || text.length > 40 || !/^[\d\sXx-]+$/.test(text.normalize('NFKC'))) return hidden;
  const plain = text.normalize('NFKC').replace(/[\s-]/g, '');
  return SPACED.test(plain) ? masked(plain) : text;
}

/** The same for every text of a value that is kept as JSON. */
export function hideIdsWithin<T>(value: T): T {
  return value === undefined
    ? value
    : JSON.parse(JSON.stringify(value), (_key, each) => (typeof each === 'string' ? hideIds(each) : each));
}
