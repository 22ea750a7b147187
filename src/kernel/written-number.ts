// Numbers as people write them into a form: 42,000, ４２０００, 4.2万, 四万二, 一亿二千万元. What cannot be read for certain is no
// number: a form refuses it with a sentence instead of keeping a part of it.

import { toHalfWidth } from './cell.ts';
import type { Fen } from './money.ts';

/** Millionths: 4.2万 has to become 42000 without rounding. */
const MICRO = 1_000_000n;

const UNITS: Readonly<Record<string, bigint>> = {
  十: 10n,
  拾: 10n,
  百: 100n,
  佰: 100n,
  千: 1000n,
  仟: 1000n,
  万: 10_000n,
  萬: 10_000n,
  亿: 100_000_000n,
  億: 100_000_000n,
};
const DIGITS = '零一二三四五六七八九';
/** As they stand on bills, and what else is written for a digit. */
const OTHER_DIGITS: Readonly<Record<string, string>> = {
  ...{ 〇: '零', 两: '二', 壹: '一', 贰: '二', 叁: '三', 肆: '四', 伍: '五' },
  ...{ 陆: '六', 柒: '七', 捌: '八', 玖: '九' },
};

const ARABIC = /^(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(?:\.\d*)?$|^\.\d+$/;
const PART = /(\d[\d,. ]*|\.\d+|[零一二三四五六七八九]+)?([十拾百佰千仟万萬亿億])?/y;

function decimal(text: string): bigint | undefined {
  if (!ARABIC.test(text)) return undefined;
  const [whole = '', fraction = ''] = text.replace(/[, ]/g, '').split('.');
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > 6) return undefined;
  return BigInt(whole || '0') * MICRO + BigInt(kept.padEnd(6, '0'));
}

/**
 * One digit, perhaps after a zero that says that places are empty; or, alone, the digits of a year: 二〇二二. Two and more
 * before a unit are no number: 三四万 is said of thirty to forty thousand.
 */
function run(text: string, isAlone: boolean): bigint | undefined {
  if (!DIGITS.includes(text.charAt(0))) return decimal(text.trim());
  if (!/^零?[零一二三四五六七八九]$/.test(text) && !(isAlone && text.length > 2)) return undefined;
  const digits = [...text].map((each) => DIGITS.indexOf(each)).join('');
  return BigInt(digits) * MICRO;
}

type Part = { value: bigint; unit: bigint; isZeroLed: boolean; isOneDigit: boolean };

function partsOf(text: string): Part[] | undefined {
  const parts: Part[] = [];
  let at = 0;
  while (at < text.length) {
    PART.lastIndex = at;
    const match = PART.exec(text);
    if (!match?.[0]) return undefined;
    at += match[0].length;
    const [, digits, sign] = match;
    // 十五, and 亿 after 千万: a unit may stand without a digit.
    const value = digits === undefined ? MICRO : run(digits, digits === text);
    if (value === undefined || (digits === undefined && parts.length === 0 && sign !== '十' && sign !== '拾'))
      return undefined;
    parts.push({
      value: digits === undefined && parts.length > 0 ? 0n : value,
      unit: sign ? (UNITS[sign] ?? 1n) : 1n,
      isZeroLed: digits?.startsWith('零') ?? false,
      isOneDigit: digits !== undefined && /^[1-9一二三四五六七八九]$/.test(digits.trim()),
    });
  }
  return parts;
}

/** 四万二 means 42000: a last digit without a unit stands one place below the unit before it. */
function spoken(parts: Part[]): Part[] | undefined {
  const last = parts.at(-1);
  const before = parts.at(-2);
  if (!last || !before || last.unit !== 1n || last.isZeroLed) return parts;
  if (before.unit === 10n || before.unit === 1n) return parts;
  if (!last.isOneDigit) return last.value < before.unit * MICRO ? parts : undefined;
  return [...parts.slice(0, -1), { ...last, unit: before.unit / 10n }];
}

/** Sums up; 万 and 亿 lift all that stands before them. Units have to fall: 五百三千 is no number. */
function total(parts: Part[]): bigint | undefined {
  let sum = 0n;
  let below = 0n;
  let least = UNITS.亿 as bigint;
  let lastLift = (UNITS.亿 as bigint) * 10n;
  for (const { value, unit } of parts) {
    if (unit >= 10_000n) {
      if (unit >= lastLift) return undefined;
      sum += (below + value) * unit;
      below = 0n;
      lastLift = unit;
      least = unit;
      continue;
    }
    if (unit >= least || value >= least * MICRO) return undefined;
    below += value * unit;
    least = unit;
  }
  return sum + below;
}

function unsigned(text: string): bigint | undefined {
  if (text === '') return undefined;
  const plain = decimal(text);
  if (plain !== undefined) return plain;
  const words = [...text].map((each) => OTHER_DIGITS[each] ?? each).join('');
  if (/[\d.] [\d.]/.test(words)) return undefined;
  const parts = partsOf(words);
  const read = parts && spoken(parts);
  return read && total(read);
}

/** Half-width, without blanks around; a Chinese full stop between digits is a decimal point. */
function tidy(text: string): string {
  return toHalfWidth(text)
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/(?<=\d)。(?=\d)/g, '.')
    .trim();
}

function signed(text: string): { negative: boolean; rest: string } {
  const match = /^(?:([-−–—]|负)|\+)\s*/.exec(text);
  return { negative: match?.[1] !== undefined, rest: match ? text.slice(match[0].length) : text };
}

function micro(text: string): bigint | undefined {
  const { negative, rest } = signed(text);
  const value = unsigned(rest);
  return value === undefined ? undefined : negative ? -value : value;
}

/**
 * The number that was written, or undefined. `unit` (人, 天, %) may stand behind it. Answers no more than what a JavaScript
 * number holds exactly.
 */
export function readNumber(text: string, unit = ''): number | undefined {
  const tidied = tidy(text);
  const bare = unit && tidied.endsWith(unit) ? tidied.slice(0, -unit.length).trim() : tidied;
  const value = micro(bare);
  if (value === undefined || value > BigInt(Number.MAX_SAFE_INTEGER) || value < -BigInt(Number.MAX_SAFE_INTEGER)) {
    return undefined;
  }
  return Number(value) / 1_000_000;
}

const CURRENCY = /^(?:人民币|RMB|CNY|[¥￥])\s*/i;
const YUAN =
  /^(.*?)\s*[元块圆](?:整|正|钱)?(?:\s*([\d零一二三四五六七八九])\s*[角毛])?(?:\s*([\d零一二三四五六七八九])\s*分)?$/;

function digitOf(text: string | undefined): bigint {
  if (text === undefined) return 0n;
  const at = DIGITS.indexOf(text);
  return BigInt(at >= 0 ? at : text);
}

export type MoneyLimits = {
  /** Where less than nothing makes sense. */
  mayBeNegative?: boolean;
  /** In fen. */
  most?: Fen;
};

/** Amounts of a household stay below it; more is a zero too many. */
export const MOST_MONEY: Fen = 10_000_000_000;

export type MoneyReading = { fen: Fen; fault?: undefined } | { fen?: undefined; fault: string };

/** An amount of money as it was written, in yuan where no unit says otherwise; or the sentence that says what to mend. */
export function readMoney(text: string, { mayBeNegative = false, most = MOST_MONEY }: MoneyLimits = {}): MoneyReading {
  const { negative, rest } = signed(tidy(text).replace(CURRENCY, ''));
  const inYuan = YUAN.exec(rest.replace(CURRENCY, ''));
  const whole = unsigned(inYuan ? (inYuan[1] ?? '') : rest.replace(CURRENCY, ''));
  if (whole === undefined) return { fault: `“${text.trim()}”不是金额。请填写数字，单位元，例如 42000 或 4.2万。` };
  const amount = whole + (digitOf(inYuan?.[2]) * MICRO) / 10n + (digitOf(inYuan?.[3]) * MICRO) / 100n;
  if (amount % 10_000n !== 0n) return { fault: '金额最多写到分，即两位小数。' };
  if (negative && amount !== 0n && !mayBeNegative) return { fault: '金额不能是负数。' };
  const fen = amount / 10_000n;
  if (fen > BigInt(most)) return { fault: `金额超过了 ${mostWords(most)}，请核对是否多写了零。` };
  return { fen: Number(negative ? -fen : fen) || 0 };
}

function mostWords(most: Fen): string {
  const yuan = most / 100;
  if (yuan >= 100_000_000) return `${yuan / 100_000_000} 亿元`;
  return yuan >= 10_000 ? `${yuan / 10_000} 万元` : `${yuan} 元`;
}
