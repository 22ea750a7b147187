// Official papers have full-width marks (GB/T 15834). Texts come from keyboards of all kinds, so the marks beside Chinese
// characters are set here; numbers and Latin text keep theirs.

const FULL_WIDTH: Record<string, string> = {
  ',': '\uff0c',
  ':': '\uff1a',
  ';': '\uff1b',
  '?': '\uff1f',
  '!': '\uff01',
  '(': '\uff08',
  ')': '\uff09',
};

const CHINESE = '\\p{Script=Han}\u3001\u3002\u300a\u300b\u201c\u201d\u3014\u3015\uff08\uff09';
const MARK = new RegExp(`(?<=[${CHINESE}])[,:;?!()]|[,:;?!()](?=[${CHINESE}])`, 'gu');

function setMarks(text: string): string {
  return text.replace(MARK, (mark) => FULL_WIDTH[mark] ?? mark);
}

/** Twice: a mark that stands beside another becomes a neighbour when that one has changed. Brackets go in pairs. */
export function punctuate(text: string): string {
  return setMarks(setMarks(text))
    .replace(/\uff08([^()\uff08\uff09]*)\)/g, '\uff08$1\uff09')
    .replace(/\(([^()\uff08\uff09]*)\uff09/g, '\uff08$1\uff09');
}
