// All figures of the press conference.

import { normalizeCell } from '../../../../kernel/cell.ts';
import type { FigureDefinition } from '../figure.ts';
import { fundFigures } from './funds.ts';
import { incomeFigures } from './incomes.ts';
import { monitoringFigures } from './monitoring.ts';
import { pairingFigures } from './pairing.ts';
import { villageFigures } from './villages.ts';

export const FIGURES: readonly FigureDefinition[] = [
  ...monitoringFigures,
  ...fundFigures,
  ...incomeFigures,
  ...pairingFigures,
  ...villageFigures,
];

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
