// Households and persons recorded on screen have no national number yet; until the national system gives one they carry
// one of the program's own.

const PREFIX = 'local-';

export function localNumber(id: number): string {
  return `${PREFIX}${id}`;
}

/** The number as it is written on screen and in files. */
export function shownNumber(number: string): string {
  return number.startsWith(PREFIX) ? `待编号（${number.slice(PREFIX.length)}）` : number;
}
