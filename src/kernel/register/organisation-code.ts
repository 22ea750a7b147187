// 统一社会信用代码 (GB 32100-2015): 17 characters and a check character modulo 31.

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Whether a code of 18 characters has the right check character; a code of another length is a unit's own and always right. */
export function isOrganisationCode(code: string): boolean {
  if (code.length !== 18) return true;
  let sum = 0;
  for (const [i, weight] of WEIGHTS.entries()) {
    const value = CHARACTERS.indexOf(code[i] ?? '');
    if (value < 0) return false;
    sum += value * weight;
  }
  return code[17] === CHARACTERS[(31 - (sum % 31)) % 31];
}
