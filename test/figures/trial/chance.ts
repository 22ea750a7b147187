// Chance with a seed: the same seed makes the same files.

import { readFileSync } from 'node:fs';
import path from 'node:path';

export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761 + 88_675_123) >>> 0;
  }

  /** 0 ≤ n < 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends counted in. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  one<T>(of: readonly T[]): T {
    const found = of[this.whole(0, of.length - 1)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }

  is(share: number): boolean {
    return this.next() < share;
  }

  shuffle<T>(of: readonly T[]): T[] {
    return of
      .map((value) => [this.next(), value] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, value]) => value);
  }

  some<T>(of: readonly T[], count: number): T[] {
    return this.shuffle(of).slice(0, count);
  }

  /** An ISO day, both ends counted in. */
  day(from: string, to: string): string {
    const [first, last] = [Date.parse(from), Date.parse(to)];
    return new Date(first + this.whole(0, Math.round((last - first) / DAY)) * DAY).toISOString().slice(0, 10);
  }
}

const DAY = 86_400_000;

/** The day so many days later. */
export function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

const REFERENCE = path.join(import.meta.dirname, '../../../data/reference');

const linesOf = (file: string): string[][] =>
  readFileSync(path.join(REFERENCE, file), 'utf8')
    .replace('\ufeff', '')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));

export type Place = { code: number; level: string; isZone: boolean };

export const PLACES: Place[] = linesOf('regions.csv').map(([code, , level = '', , kind]) => ({
  ...{ code: Number(code), level, isZone: kind === 'statistical-zone' },
}));

export const COUNTIES = new Map(PLACES.filter(({ level }) => level === 'county').map((place) => [place.code, place]));

const TITLES: Readonly<Record<string, string>> = {
  'lifted-national': '国家级脱贫旗县',
  'lifted-regional': '自治区级脱贫旗县',
  'key-national': '国家乡村振兴重点帮扶旗县',
  'key-regional': '自治区乡村振兴重点帮扶旗县',
};

/** Titles that every installation begins with. */
export const FIRST_TITLES = linesOf('county-designations.csv').map(([code, , title = '']) => ({
  ...{ county: Number(code), title: TITLES[title] ?? title },
}));

const STEPS = [1e10, 1e8, 1e6, 1e3, 1];

/** First and last code of what lies in a region. */
export function rangeOf(code: number): [number, number] {
  const step = STEPS.find((size) => code % size === 0) ?? 1;
  return [code, code + step - 1];
}
