// What a key reads: figures of its list, of a region in its area; recorded each time.

import type * as z from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { FIGURES } from '../../figures/domain/definitions/index.ts';
import type { FigureDefinition } from '../../figures/domain/figure.ts';
import { answerFigure, askedBy, figureNamed, measureRegions } from '../../figures/server/index.ts';
import type { openAsked } from '../domain/contract.ts';
import type { OpenLine as Line } from '../domain/odata.ts';
import { type Admitted, admitKey } from './admit-key.ts';
import { noteUse } from './keys.ts';

export type OpenAsked = z.output<typeof openAsked>;
export type OpenLine = Line & { status: 'value' | 'no-data' | 'not-defined' };
export type OpenAnswer = { asOf: string; knownBy: string | null; area: number; figures: OpenLine[] };

/** Of all regions of a level: each figure takes its time. */
const MOST_BY_REGION = 20;

function grantedFigures({ figures }: Admitted, asked: string | undefined): FigureDefinition[] {
  if (asked === undefined) return FIGURES.filter(({ id }) => figures.has(id));
  return asked
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .map((word) => {
      const definition = figureNamed(word);
      if (!figures.has(definition.id)) throw new Problem('opendata.figure-not-granted', { figure: definition.name });
      return definition;
    });
}

type Told = Pick<OpenLine, 'status' | 'value' | 'shown'>;
const lineOf = (
  { id, name, unit }: FigureDefinition,
  where: Pick<OpenLine, 'area' | 'areaName' | 'asOf'>,
  { status, value, shown }: Told,
): OpenLine => ({ figure: id, name, unit, ...where, status, value, shown });

function ofArea(context: OperationContext, definitions: readonly FigureDefinition[], asked: OpenAsked) {
  return askedBy(context, asked, async ({ tx, reading, region, day }): Promise<OpenAnswer> => {
    const lines: OpenLine[] = [];
    const where = { area: region.code, areaName: region.name, asOf: day };
    for (const definition of definitions)
      lines.push(lineOf(definition, where, await answerFigure(tx, reading, definition)));
    return { asOf: day, knownBy: asked.knownBy ?? null, area: region.code, figures: lines };
  });
}

async function byRegion(
  context: OperationContext,
  definitions: readonly FigureDefinition[],
  asked: OpenAsked & { level: NonNullable<OpenAsked['level']> },
): Promise<OpenAnswer> {
  if (definitions.length > MOST_BY_REGION) throw new Problem('opendata.too-much', { most: MOST_BY_REGION });
  const { level, knownBy } = asked;
  // Which day is meant where none is named is said by the question of the area.
  const { asOf: day, area } = await ofArea(context, [], asked);
  const asks = [{ day, figures: definitions.map(({ id }) => id) }];
  const { regions, answer } = await measureRegions(context, { area, level, asks, knownBy });
  const lines = regions.flatMap(({ code, name }) =>
    definitions.flatMap((definition) => {
      const found = answer(definition.id, day, code);
      return found ? [lineOf(definition, { area: code, areaName: name, asOf: day }, found)] : [];
    }),
  );
  return { asOf: day, knownBy: knownBy ?? null, area, figures: lines };
}

/** `by`: the operation it is recorded as. Throws what `admitKey` does, `figures.outside-area`, `opendata.figure-not-granted`. */
export async function readOpen(context: OperationContext, asked: OpenAsked, by: string): Promise<OpenAnswer> {
  const admitted = await admitKey(context);
  const definitions = grantedFigures(admitted, asked.figures);
  const { level } = asked;
  const answer = level
    ? await byRegion(admitted.context, definitions, { ...asked, level })
    : await ofArea(admitted.context, definitions, asked);
  await context.db.write(admitted.context.actor, undefined, async (tx) => {
    await noteUse(tx, admitted.id);
    return {
      result: undefined,
      audit: {
        ...{ operation: by, subjectKind: 'api-key', subjectId: admitted.id, regionCode: answer.area },
        after: { asOf: answer.asOf, rows: answer.figures.length, ...(level ? { level } : {}) },
      },
    };
  });
  return answer;
}
