// Words that turn with the value of a figure, so that a statement says what the numbers say (figure-definitions §8.3). A phrase is one
// entry; what it cannot say makes its clause fall away.

import { fromUnit } from '../../../kernel/exact/printing.ts';
import { compareRatios, dividedBy, minus, parseDecimal, type Ratio } from '../../../kernel/exact/ratio.ts';
import { exactOf, type Figures, isFigure, numberWords, percentDown, plainShown, type Told, WHOLE } from './told.ts';

/** A claim of a person, beyond what a number says. */
export type Claim = { key: string; words: string; holds: boolean; otherwise: string };

export type Said =
  | { text: string; claim?: Claim; note?: string }
  /** The clause goes; `note` tells the writer why, where that is no matter of course. */
  | { drop: true; note?: string };

export type Saying = {
  told: Told;
  args: readonly string[];
  figures: Figures;
  /** Keys of claims that a person has confirmed. */
  confirmed: ReadonlySet<string>;
  day: string;
  publishedOn: string;
};

type Phrase = {
  /** What it does, for whoever writes. */
  help: string;
  /** Figures it reads beside its own: arguments that name one. */
  reads?: (args: readonly string[]) => string[];
  /** Whether it asks what the same day of the year before said. */
  before?: true;
  say: (saying: Saying) => Said;
};

/** Floors set by policy: what is below is said, and cannot be left out. A number is in the figure's unit. */
export const FLOORS: Readonly<Record<string, string>> = {
  'fund.special': 'fund.special.commitment',
  'fund.industry_share': 'fund.industry_share.floor',
  'wanqi.per_keycounty.min': '3',
};

const ZERO: Ratio = { n: 0n, d: 1n };
const signOf = (told: Told): number => Math.sign(Number(plainShown(told)));
const plainWords = (told: Told): string => numberWords({ ...told, shown: plainShown(told) });
const said = (text: string): Said => ({ text });

function toldOf(figures: Figures, id: string | undefined): Told | undefined {
  const told = id === undefined ? undefined : figures.get(id);
  return told?.status === 'value' ? told : undefined;
}

/** The floor of a figure as a number of its base unit, and in words. */
export function floorFor({ id, unit }: Told, figures: Figures): { exact: Ratio; words: string } | undefined {
  const floor = FLOORS[id];
  if (floor === undefined) return undefined;
  const number = parseDecimal(floor);
  if (number) return { exact: fromUnit(number, unit), words: numberWords({ shown: floor, unit }) };
  const told = toldOf(figures, floor);
  const exact = told && exactOf(told);
  return told && exact ? { exact, words: numberWords(told) } : undefined;
}

export function isBelowFloor(told: Told, figures: Figures): boolean {
  const [exact, floor] = [exactOf(told), floorFor(told, figures)];
  return exact !== undefined && floor !== undefined && compareRatios(exact, floor.exact) < 0;
}

function growth({ told }: Saying): Said {
  const sign = signOf(told);
  if (sign === 0) return said('与上年基本持平');
  const number = numberWords({ ...told, shown: plainShown(told).replace(/^-/, '') });
  return said(`同比${sign > 0 ? '增长' : '下降'}${number}`);
}

/** What may be called the growth of a figure: of itself, or beside it. */
const growthIds = (id: string): string[] => [`${id}.growth`, id.replace(/\.[^.]+$/, '.growth')];

/** 达到 where it has not fallen, or a rate is up to its plan; else 为. */
const reach =
  (word: string) =>
  ({ told, args: [plan], figures }: Saying): Said => {
    const [grown] = growthIds(told.id).flatMap((id) => toldOf(figures, id) ?? []);
    const isUp = plan ? Number(told.shown) >= Number(plan) : !grown || signOf(grown) >= 0;
    return said(`${isUp ? word : '为'}${numberWords(told)}`);
  };

function rank({ told, args: [ofAll], figures }: Saying): Said {
  const whole = toldOf(figures, ofAll);
  const [place, all] = [Number(told.shown), Number(whole?.shown)];
  if (!whole) return { drop: true, note: '没有参加排位的地区数，位次没有写入' };
  if (place * 2 > all) return { drop: true, note: `位次第${place}位在后一半，没有写入` };
  const last = told.before?.status === 'value' ? Number(told.before.shown) - place : undefined;
  if (last === undefined) return said(`第${place}位`);
  const moved = last === 0 ? '与上年持平' : `较上年${last > 0 ? '前移' : '后移'}${Math.abs(last)}位`;
  return said(`第${place}位，${moved}`);
}

function atLeast({ told, figures }: Saying): Said {
  const floor = floorFor(told, figures);
  if (!floor || !isBelowFloor(told, figures)) return said(numberWords(told));
  return {
    text: `${plainWords(told)}，低于${floor.words}的要求`,
    note: `${told.name}低于${floor.words}的要求，不能略去`,
  };
}

/** 突破百亿大关 in the first year above the threshold (in the unit), 保持 in the next ones. */
function breakThrough({ told, args: [threshold = ''] }: Saying): Said {
  const [exact, number] = [exactOf(told), parseDecimal(threshold)];
  const bar = number && fromUnit(number, told.unit);
  if (!exact || !bar || compareRatios(exact, bar) < 0) return said(`达到${plainWords(told)}`);
  const last = told.before && exactOf(told.before);
  const words = numberWords({ shown: threshold, unit: told.unit }).replace(/^100亿元$/, '百亿');
  if (last && compareRatios(last, bar) >= 0) return said(`保持在${words.replace(/^百亿$/, '百亿元')}以上`);
  return said(`突破${words}大关`);
}

/** `{id:全部|到位}`: 全部到位 where the part is the whole, else 到位 with the share rounded down. */
function whole({ told, args: [verb = '', wholeWords = `全部${verb}`] }: Saying): Said {
  const exact = exactOf(told);
  if (!exact) return said(`${verb}${numberWords(told)}`);
  return said(compareRatios(exact, WHOLE) >= 0 ? wholeWords : `${verb}${percentDown(exact)}`);
}

function notZero({ told }: Saying): Said {
  const exact = exactOf(told);
  return exact && compareRatios(exact, ZERO) > 0 ? said(numberWords(told)) : { drop: true };
}

const GRADES = ['好', '较好', '一般', '差'];

function again({ told, args: [before], figures }: Saying): Said {
  const last = toldOf(figures, before);
  const words = `“${told.shown}”等次`;
  if (!last) return said(`评为${words}`);
  const better = GRADES.indexOf(last.shown) - GRADES.indexOf(told.shown);
  if (better > 0) return said(`提升为${words}`);
  return said(better === 0 && told.shown === '好' ? `再次评为${words}` : `为${words}`);
}

function inARow({ told }: Saying): Said {
  const years = Number(told.shown);
  return years > 1 ? said(`连续${years}年`) : { drop: true, note: `${told.name}不到两年，没有写“连续”` };
}

const people = (count: Ratio): string =>
  numberWords({ shown: (Number(count.n / count.d) / 10_000).toFixed(2).replace(/\.?0+$/, ''), unit: '万人' });

/** When a target will be met: the arguments name its rate and what is counted. */
function forecast({ told, args: [rateId, countId], figures }: Saying): Said {
  const rate = toldOf(figures, rateId);
  if (told.status === 'value' && told.shown === '已完成')
    return said(`已完成全年目标任务${rate ? `（${numberWords(rate)}）` : ''}`);
  if (told.status === 'value') return said(`预计${numberWords(told)}底可完成全年目标任务`);
  const count = toldOf(figures, countId);
  const [share, counted] = [rate && exactOf(rate), count && exactOf(count)];
  if (!share || !counted || share.n <= 0n) return { drop: true, note: `${told.name}没有数据` };
  return said(`距全年目标任务还差${people(minus(dividedBy(counted, share), counted))}`);
}

/** `{id:断言|应识尽识|识别率}`: what holds in full and a person has confirmed; else the number. */
function claim({ told, args: [words = '', numberName = ''], confirmed }: Saying): Said {
  const exact = exactOf(told);
  const isRate = told.unit === '断言' || told.unit === '%';
  const holds = exact !== undefined && compareRatios(exact, isRate ? WHOLE : ZERO) === 0;
  const number = isRate && exact ? percentDown(exact) : numberWords(told);
  const key = `${told.id}：${words}`;
  const made: Claim = { key, words, holds, otherwise: `${numberName}${number}` };
  return { text: holds && confirmed.has(key) ? words : made.otherwise, claim: made };
}

/** `{id:计划|完成数的指标}`: a plan until its year is over, then what came of it. */
function plan({ told, args: [doneId], figures, day, publishedOn }: Saying): Said {
  if (publishedOn.slice(0, 4) <= day.slice(0, 4)) return said(`计划${numberWords(told)}`);
  const done = toldOf(figures, doneId);
  const [part, all] = [done && exactOf(done), exactOf(told)];
  if (!done || !part || !all || all.n === 0n) return said(`原计划${numberWords(told)}`);
  return said(`完成${numberWords(done)}，占计划${percentDown(dividedBy(part, all))}`);
}

const named = (args: readonly string[]): string[] => args.filter(isFigure);

export const PHRASES: Readonly<Record<string, Phrase>> = {
  '': { help: '数和单位；有政策下限的低于下限时照实写出', say: atLeast },
  增长: { help: '同比增长、下降或基本持平', say: growth },
  达到: { help: '没有下降（或达到所写进度）用“达到”，否则用“为”', say: reach('达到') },
  达: { help: '同“达到”', say: reach('达') },
  位次: { help: '第几位，较上年前移几位；在后一半时略去', reads: named, before: true, say: rank },
  不低于: { help: '有政策下限的数：低于下限时照实写出，不能略去', say: atLeast },
  突破: { help: '首次达到写“突破”，继续达到写“保持”', before: true, say: breakThrough },
  全部: { help: '部分等于全部时写“全部……”，否则写比例', say: whole },
  非零: { help: '为零时略去', say: notZero },
  再次: { help: '与上一年等次相比', reads: named, say: again },
  连续: { help: '两年以上才写', say: inARow },
  预计: { help: '已完成、预计几月底完成或还差多少', reads: named, say: forecast },
  断言: { help: '完全做到并由具名的人确认才写，否则写数', say: claim },
  计划: { help: '年内写“计划”，年后写完成数', reads: named, say: plan },
};

/** Figures that a token reads: its own, its floor, those its arguments name, its growth. */
export function figuresRead(subject: string, phrase: string, args: readonly string[]): string[] {
  const floor = FLOORS[subject];
  return [
    subject,
    ...(floor && isFigure(floor) ? [floor] : []),
    ...(PHRASES[phrase]?.reads?.(args) ?? []),
    ...(phrase.startsWith('达') ? growthIds(subject) : []),
  ];
}
