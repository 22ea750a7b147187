// The paper that hangs in public, built from the permitted columns and nothing else: other fields of a row do not exist here.

import { BLANK, type Block, type Column, type OfficialDocument, paragraph } from '../../../kernel/papers/model.ts';
import { publicPhone } from '../../../kernel/papers/public-phone.ts';
import { committeeOf, countyAuthority, dayTextWords, townshipAuthority } from '../../../kernel/papers/wording.ts';
import type { RegionLevel } from '../../../kernel/region-code.ts';

/** What is frozen beside the rows when a notice is hung out. */
export type FrozenPaper = {
  title: string;
  about: string;
  columns: { title: string; isNumber: boolean; isMoney: boolean }[];
};

export type NoticePaper = FrozenPaper & {
  level: RegionLevel;
  place: string;
  /** Where the template of the county names its office. */
  countyIssuer?: string | undefined;
  basis?: string | undefined;
  /** ISO days; a draft has none. */
  from?: string | undefined;
  until?: string | undefined;
  phone?: string | undefined;
  isOver: boolean;
  /** The place of a row first, then its columns. */
  rows: readonly (readonly string[])[];
};

/** 12317 is the line of the country; every paper names it. */
const COMPLAINTS = '12317';

function issuerOf({ level, place, countyIssuer }: NoticePaper): string {
  if (level === 'village') return committeeOf(place);
  return level === 'township' ? townshipAuthority(place) : countyAuthority(place, countyIssuer);
}

/** Decimals as texts added up without a rounding. */
function addUp(texts: readonly string[]): string {
  const places = Math.max(0, ...texts.map((text) => (text.split('.')[1] ?? '').length));
  const whole = texts.reduce((sum, text) => {
    const [front = '0', back = ''] = text.replace('-', '').split('.');
    const value = BigInt(front + back.padEnd(places, '0'));
    return text.startsWith('-') ? sum - value : sum + value;
  }, 0n);
  const digits = (whole < 0n ? -whole : whole).toString().padStart(places + 1, '0');
  const cut = digits.length - places;
  return `${whole < 0n ? '-' : ''}${digits.slice(0, cut)}${places > 0 ? `.${digits.slice(cut)}` : ''}`;
}

function totalOf({ columns, rows }: NoticePaper, hasPlace: boolean): string[][] {
  if (rows.length < 2 || !columns.some(({ isMoney }) => isMoney)) return [];
  const sums = columns.map(({ isMoney }, i) =>
    isMoney ? addUp(rows.map((row) => row[i + 1] ?? '').filter((text) => /^-?\d+(\.\d+)?$/.test(text))) : '',
  );
  return [['合计', ...(hasPlace ? [''] : []), ...sums]];
}

function tableOf(paper: NoticePaper): Block {
  const { columns, rows } = paper;
  const [first] = rows;
  // Where all rows lie in one place, the title says it.
  const hasPlace = rows.some((row) => row[0] !== first?.[0]);
  const share = (title: string, texts: readonly string[]) =>
    Math.max(8, Math.min(40, Math.max(title.length, ...texts.map((text) => text.length)) * 2));
  const shown: Column[] = columns.map(({ title, isNumber }, i) => ({
    ...{
      title,
      share: share(
        title,
        rows.slice(0, 50).map((row) => row[i + 1] ?? ''),
      ),
    },
    ...(isNumber ? { align: 'right' as const, number: true as const } : {}),
  }));
  return {
    kind: 'table',
    columns: [
      { title: '序号', share: 8, align: 'center' },
      ...(hasPlace ? [{ title: '地区', share: 22 }] : []),
      ...shown,
    ],
    rows: [
      ...rows.map(([place = '', ...cells], i) => [
        String(i + 1),
        ...(hasPlace ? [place] : []),
        ...cells.map((cell) => cell || BLANK),
      ]),
      ...totalOf(paper, hasPlace),
    ],
  };
}

const note = (text: string): Block => ({ kind: 'paragraph', as: 'note', text });

/** Notice of any register, of any level, drafted, hanging or over. */
export function buildNoticePaper(paper: NoticePaper): OfficialDocument {
  const { title, about, basis, place, from, until, isOver } = paper;
  const phone = publicPhone(paper.phone ?? '');
  const lines = phone && phone !== COMPLAINTS ? `${phone} 或 ${COMPLAINTS}` : COMPLAINTS;
  const hangs = from && until ? `公示期自${dayTextWords(from)}起至${dayTextWords(until)}止。` : '';
  return {
    title: `${place}${title}`,
    blocks: [
      ...(from ? [] : [note('起草中，尚未张贴。')]),
      ...(isOver && until ? [note(`公示期已于${dayTextWords(until)}届满，本件仅供存档。`)] : []),
      paragraph(about),
      ...(basis ? [paragraph(basis)] : []),
      tableOf(paper),
      paragraph(
        `${hangs}对公示内容有异议的，请在公示期内拨打监督电话 ${lines}，或直接向本公示单位反映。反映情况应当真实具体，我们将为反映人保密。`,
      ),
      { kind: 'closing', issuer: issuerOf(paper), day: from ? dayTextWords(from) : undefined },
    ],
  };
}
