// Passwords that are tried first: words everybody takes, rows of keys, years. One is common when nothing of its own is left
// once these are taken away.

/** Worn words of the usual lists, of this office and this place; in the letters that digits stand for. */
const WORDS = [
  'password',
  'passw',
  'passwd',
  'pass',
  'welcome',
  'letmein',
  'admin',
  'administrator',
  'root',
  'user',
  'guest',
  'test',
  'demo',
  'login',
  'master',
  'monkey',
  'dragon',
  'sunshine',
  'princess',
  'football',
  'iloveyou',
  'superman',
  'hello',
  'abc',
  'aa',
  'qwer',
  'asdf',
  'zxcv',
  'qwerty',
  'qaz',
  'wsx',
  'edc',
  'rfv',
  'changeme',
  'default',
  'secret',
  'woaini',
  'wobuzhidao',
  'zhongguo',
  'china',
  'beijing',
  'neimenggu',
  'neimeng',
  'huhehaote',
  'mima',
  'nihao',
  'laopo',
  'aini',
  'shouwang',
  'fupin',
  'tuopin',
  'xiangcun',
  'zhenxing',
  'jiance',
  'bangfu',
  'fangzhi',
  'fanpin',
].sort((a, b) => b.length - a.length); // prettier-ignore

const ROWS = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv'];
const LEAST_ROW = 3;
/** What has to be left, in different characters. */
const LEAST_OWN = 4;

const STANDS_FOR: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

function withoutRows(text: string): string {
  const rows = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);
  let rest = '';
  for (let at = 0; at < text.length; ) {
    let length = 0;
    for (const row of rows)
      while (at + length < text.length && row.includes(text.slice(at, at + length + 1))) length += 1;
    if (length < LEAST_ROW) rest += text[at];
    at += length < LEAST_ROW ? 1 : length;
  }
  return rest;
}

function withoutWords(text: string): string {
  const plain = [...text].map((char) => STANDS_FOR[char] ?? char).join('');
  let rest = text;
  let readable = plain;
  for (const word of WORDS)
    for (let at = readable.indexOf(word); at >= 0; at = readable.indexOf(word)) {
      rest = rest.slice(0, at) + rest.slice(at + word.length);
      readable = readable.slice(0, at) + readable.slice(at + word.length);
    }
  return rest;
}

/** Whether guessing programs have it near the top of their lists. */
export function isCommonPassword(password: string): boolean {
  const lower = password.toLowerCase().replace(/(19|20)\d\d/g, '');
  const rest = withoutRows(withoutWords(lower)).replace(/[^\p{L}\p{N}]/gu, '');
  return new Set(rest).size < LEAST_OWN;
}
