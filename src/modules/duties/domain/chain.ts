// Who answers at each level for a place (registers §14). The chain is made of terms of posts by region and day; names in free text are no links of it.

import { LEVELS, type RegionLevel, rangeOf } from '../../../kernel/region-code.ts';
import { POSTS, type Post } from '../../policies/domain/duty-term-register.ts';

/** Posts that no region may be without: a village has its head of the committee where others have a deputy in charge. */
export function requiredPosts(level: RegionLevel): Post[] {
  return level === 'village' ? ['secretary', 'government-head'] : ['secretary', 'in-charge-of'];
}

/** In a village the head of government is the head of the committee. */
export function postName(post: Post, level: RegionLevel): string {
  return post === 'government-head' && level === 'village' ? '主任' : POSTS[post];
}

/** Codes from the region down to the village that lie above a code, and it itself. */
export function codesAbove(code: number): { code: number; level: RegionLevel }[] {
  const found = LEVELS.map((level) => ({ level, code: rangeOf(code, level).low }));
  return found.filter((one, i) => i === 0 || one.code !== found[i - 1]?.code);
}

export type Holder = {
  post: Post;
  name: string;
  unit?: string | undefined;
  title?: string | undefined;
  department?: string | undefined;
  since: string;
  acting: boolean;
  documentNo?: string | undefined;
};

/** Required posts that nobody holds; somebody acting holds one. */
export function vacantPosts(level: RegionLevel, holders: readonly { post: Post }[]): Post[] {
  return requiredPosts(level).filter((post) => !holders.some((holder) => holder.post === post));
}

export const GAP_KINDS = [
  'vacant-post',
  'case-unnamed',
  'case-person-left',
  'village-without-team',
  'project-unnamed',
  'project-person-left',
  'asset-unkept',
] as const;
export type GapKind = (typeof GAP_KINDS)[number];
export const GAP_NAMES: Record<GapKind, string> = {
  'vacant-post': '岗位空缺',
  'case-unnamed': '监测对象没有责任人',
  'case-person-left': '监测对象的责任人已离任',
  'village-without-team': '原有第一书记的嘎查村现在没有',
  'project-unnamed': '在建项目没有责任人',
  'project-person-left': '项目责任人已离任',
  'asset-unkept': '资产没有管护责任人',
};

export const HELD_KINDS = ['case', 'project', 'site'] as const;
export type HeldKind = (typeof HELD_KINDS)[number];
export const HELD_NAMES: Record<HeldKind, string> = { case: '监测对象', project: '项目', site: '易地搬迁安置点' };
