// Changes of villages and townships over the years (G14): what one is, and when it can be made.

import * as z from 'zod';
import { day, regionCode } from '../../../kernel/input.ts';
import { countyOf, type RegionLevel } from '../../../kernel/region-code.ts';

export const CHANGE_KINDS = ['merge', 'split', 'rename', 'recode'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const CHANGE_NAMES: Record<ChangeKind, string> = {
  merge: '撤并',
  split: '分设',
  rename: '更名',
  recode: '代码变更',
};

/** What lies in a region, in words of the screen. */
export const COUNT_NAMES = {
  households: { title: '农牧户', unit: '户' },
  persons: { title: '家庭成员', unit: '人' },
  cases: { title: '在办个案', unit: '件' },
  clues: { title: '待处置线索', unit: '条' },
  warnings: { title: '待核实预警', unit: '条' },
  accounts: { title: '账号', unit: '个' },
} as const;

export const regionChange = z.object({
  kind: z.enum(CHANGE_KINDS).meta({ title: '变更类型' }),
  oldCode: regionCode.meta({ title: '原代码' }),
  newCode: regionCode.meta({ title: '新代码' }),
  effectiveOn: day.meta({ title: '生效日期' }),
  document: z.string().trim().min(2).max(200).meta({ title: '文件依据' }),
  /** Needed for a new name; a code that does not exist yet takes it, or the old name. */
  newName: z.string().trim().min(2).max(60).optional().meta({ title: '新名称' }),
});
export type RegionChange = z.output<typeof regionChange>;

/** Whether the old code ends and what lies in it goes over to the new one. A split and a new name leave it where it is. */
export function endsOld(kind: ChangeKind): boolean {
  return kind === 'merge' || kind === 'recode';
}

export type KnownRegion = {
  code: number;
  name: string;
  level: RegionLevel;
  isOpen: boolean;
  successorCode: number | null;
};

type Refusal = { code: string; details: Record<string, string | number> };

const MAY_CHANGE: readonly RegionLevel[] = ['village', 'township'];

/** The code of the region above a village or township of this code. */
export function parentCodeOf(code: number, level: RegionLevel): number {
  const size = level === 'village' ? 1000 : 1_000_000;
  return Math.floor(code / size) * size;
}

/**
 * Why a change cannot be made, or undefined. `before` and `after` are the regions of its two codes, if there are any; days are
 * ISO. The county is part of the key of every household, so that nothing goes over its border.
 */
export function refuseChange(
  change: RegionChange,
  { before, after, today }: { before?: KnownRegion | undefined; after?: KnownRegion | undefined; today: string },
): Refusal | undefined {
  const { kind, oldCode, newCode, effectiveOn, newName } = change;
  const refuse = (code: string, details: Refusal['details'] = {}) => ({ code: `regions.${code}`, details });
  if (!before) return refuse('not-found', { code: oldCode });
  const { name } = before;
  if (!MAY_CHANGE.includes(before.level)) return refuse('change-level', { name });
  if (before.successorCode !== null) return refuse('change-ended', { name, code: before.successorCode });
  if (effectiveOn > today) return refuse('change-in-future', { name, date: effectiveOn });
  if (kind === 'rename') {
    if (newCode !== oldCode) return refuse('rename-keeps-code', { name });
    return newName ? undefined : refuse('change-needs-name', { name });
  }
  if (newCode === oldCode) return refuse('change-same-code', { name });
  if (countyOf(newCode) !== countyOf(oldCode)) return refuse('change-other-county', { name });
  if (after) {
    if (!after.isOpen) return refuse('change-into-ended', { name: after.name });
    return after.level === before.level ? undefined : refuse('change-other-level', { name, other: after.name });
  }
  if (kind === 'merge') return refuse('not-found', { code: newCode });
  if (kind === 'split' && !newName) return refuse('change-needs-name', { name });
  if (parentCodeOf(newCode, before.level) === newCode) return refuse('change-other-level', { name, other: newCode });
  return undefined;
}
