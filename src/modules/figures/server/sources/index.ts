// What every figure is counted from, by its id.

import type { FigureSource } from '../reading.ts';
import { cooperationSources } from './cooperation.ts';
import { employmentSources } from './employment.ts';
import { fundSources } from './funds.ts';
import { incomeSources } from './income.ts';
import { industrySources } from './industry.ts';
import { monitoringSources } from './monitoring.ts';
import { pairingSources } from './pairing.ts';
import { paperSources } from './papers.ts';
import { projectSources } from './projects.ts';
import { villageSources } from './villages.ts';

const SOURCES: Readonly<Record<string, FigureSource>> = {
  ...fundSources,
  ...projectSources,
  ...incomeSources,
  ...monitoringSources,
  ...industrySources,
  ...employmentSources,
  ...pairingSources,
  ...cooperationSources,
  ...paperSources,
  ...villageSources,
};

/** What the figure is counted from; every definition has a source. */
export function sourceOf(id: string): FigureSource {
  const source = SOURCES[id];
  if (!source) throw new Error(`nothing says what ${id} is counted from`);
  return source;
}
