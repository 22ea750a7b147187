import { COUNT_NAMES } from '../../domain/region-change.ts';

type Counts = { [Key in keyof typeof COUNT_NAMES]?: number | undefined };

/** 农牧户 12 户、家庭成员 30 人; what is not there is left out. */
export function countsWords(counts: Counts): string {
  const names = Object.entries(COUNT_NAMES) as [keyof Counts, { title: string; unit: string }][];
  return names.flatMap(([key, { title, unit }]) => (counts[key] ? [`${title} ${counts[key]} ${unit}`] : [])).join('、');
}
