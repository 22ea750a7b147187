// Numbers stand in tokens alone: what a writer types by hand nobody can open. Fixed expressions that hold a numeral are named here.

/** Names of programmes and turns of phrase; titles of documents in 《》 are free as well. */
const FIXED = [
  '1+N',
  ...[
    '四个不摘',
    '三保障',
    '三本账',
    '三农三牧',
    '三农',
    '三牧',
    '五级书记',
    '五大振兴',
    '十四五',
    '六个一批',
    '十类重点人群',
  ],
  ...[
    '万企兴万村',
    '百村示范',
    '二十大',
    '第一书记',
    '一对一',
    '一户一策',
    '一县一策',
    '一村一策',
    '雨露计划',
    '一体推进',
  ],
  ...[
    '进一步',
    '统一',
    '统筹一',
    '一批',
    '一项',
    '一线',
    '一系列',
    '一体',
    '一致',
    '一定',
    '一些',
    '一起',
    '之一',
    '唯一',
    '同一',
  ],
  ...[
    '一、三季度',
    '二、四季度',
    '一季度',
    '二季度',
    '三季度',
    '四季度',
    '上半年',
    '举一反三',
    '两不愁',
    '万众一心',
    '一年来',
  ],
] as const;

const ORDINAL = /^(?:[一二三四五六七八九十]+是|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)/;
const DOCUMENT = /《[^》]*》/g;
const NUMERAL = /[0-9０-９〇零一二三四五六七八九十百千万亿两％%]+/;

/** The first numeral a hand has typed; `allowed` are further expressions of this statement. */
export function typedNumeral(text: string, allowed: readonly string[]): string | undefined {
  const phrases = [...FIXED, ...allowed.filter((phrase) => phrase !== '')].sort((a, b) => b.length - a.length);
  const rest = phrases.reduce(
    (left, phrase) => left.replaceAll(phrase, ' '),
    text.trimStart().replace(ORDINAL, '').replace(DOCUMENT, ' '),
  );
  return NUMERAL.exec(rest)?.[0];
}
