// All figures of the press conference.

import { normalizeCell } from '../../../../kernel/cell.ts';
import type { FigureDefinition } from '../figure.ts';
import { fundFigures } from './funds.ts';
import { incomeFigures } from './incomes.ts';
import { monitoringFigures } from './monitoring.ts';
import { pairingFigures } from './pairing.ts';
import { villageFigures } from './villages.ts';

/** Parts of the text, in its order. */
const GROUPS = {
  monitoring: { title: '考核、监测和低保', figures: monitoringFigures },
  funds: { title: '资金、项目和资产', figures: fundFigures },
  incomes: { title: '收入、产业和就业', figures: incomeFigures },
  pairing: { title: '重点旗县和社会帮扶', figures: pairingFigures },
  villages: { title: '政策、驻村和乡村建设', figures: villageFigures },
} as const;

export type FigureGroup = keyof typeof GROUPS;
export const FIGURE_GROUPS = Object.keys(GROUPS) as FigureGroup[];
export const GROUP_TITLES = Object.fromEntries(FIGURE_GROUPS.map((group) => [group, GROUPS[group].title])) as Record<
  FigureGroup,
  string
>;

export const FIGURES: readonly FigureDefinition[] = FIGURE_GROUPS.flatMap((group) => GROUPS[group].figures);

const groupById = new Map(
  FIGURE_GROUPS.flatMap((group) => GROUPS[group].figures.map(({ id }) => [id, group] as const)),
);

export function groupOf({ id }: FigureDefinition): FigureGroup {
  return groupById.get(id) ?? 'monitoring';
}

/** What files may call a figure: id, name, older names, as cells are read. */
const wordsOf = ({ id, name, aliases }: FigureDefinition): string[] => [id, name, ...aliases].map(normalizeCell);

/** Two figures share the name 共建产业园区: it means the one of the day, which stands first. */
const byWord = new Map<string, FigureDefinition>();
for (const figure of FIGURES) for (const word of wordsOf(figure)) if (!byWord.has(word)) byWord.set(word, figure);

/** Every word that names a figure. */
export const FIGURE_WORDS: ReadonlySet<string> = new Set(byWord.keys());

/** By id, name or older name. */
export function findFigure(word: string): FigureDefinition | undefined {
  return byWord.get(normalizeCell(word));
}

/** Words by which rows of registers name the figure. */
export function wordsNaming(id: string): string[] {
  return [...byWord].filter(([, figure]) => figure.id === id).map(([word]) => word);
}
