// What a board shows of an account that has chosen nothing.

import { LEVELS, type RegionLevel } from '../../../kernel/region-code.ts';
import { FIGURES } from '../../figures/domain/definitions/index.ts';
import type { FigureDefinition } from '../../figures/domain/figure.ts';

export const MOST_CHOSEN = 12;
/** As many as are read at a glance. */
const SHOWN = 8;

/** The main numbers of the areas of work, in the order in which they are told. */
const MAIN: readonly string[] = [
  'employment.persons',
  'fund.spent_rate',
  'project.start_rate',
  'income.per_capita',
  'household.dibao.persons',
  'fund.issued_to_county',
  'project.count',
  'fund.industry_share',
  'asset.value',
  'industry.workshops',
  'toilet.rectified',
  'team.members',
];

/** Figures that say something of an area of the level. */
export function figuresOfLevel(level: RegionLevel): FigureDefinition[] {
  return FIGURES.filter(({ lowest }) => LEVELS.indexOf(level) <= LEVELS.indexOf(lowest));
}

/** Those with a target of the year come first: there is something to hold them against. `held`: ids of these. */
export function defaultFigures(level: RegionLevel, held: ReadonlySet<string>): string[] {
  const possible = new Set(figuresOfLevel(level).map(({ id }) => id));
  const withTarget = figuresOfLevel(level).filter(({ id, form }) => held.has(id) && form === 'count');
  const ids = [...withTarget.map(({ id }) => id), ...MAIN].filter((id) => possible.has(id));
  return [...new Set(ids)].slice(0, SHOWN);
}
