// The figures a statement speaks of, counted for its area on a day: once, whatever is looked at.

import type { OperationContext } from '../../../platform/server/http/context.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import { type ToldFigure, tellFigures } from '../../figures/server/index.ts';
import type { Place } from '../domain/place-words.ts';
import { figuresAsked, type Rendered, renderStatement } from '../domain/render.ts';
import { parseTemplate } from '../domain/template.ts';
import { type Figures, isFigure } from '../domain/told.ts';
import { countAppendix } from './count-appendix.ts';
import { type Head, type Key, type StatementText, statementHead, statementText } from './load-statement.ts';

export type Counted = { head: Head; text: StatementText; day: string; place: Place; figures: ToldFigure[] };

/** By what is known now. Throws `statements.not-found`, `figures.outside-area`. */
export async function countStatement(context: OperationContext, key: Key, otherDay?: string): Promise<Counted> {
  const { db, actor } = context;
  const [head, text] = await db.read(
    actor,
    async (tx) => [await statementHead(tx, key), await statementText(tx, key)] as const,
  );
  const { ids, before } = figuresAsked(parseTemplate(text.body));
  const day = otherDay ?? head.asOf;
  const asked = { area: head.regionCode, day, ids: ids.filter(isFigure), before: before.filter(isFigure) };
  const { region, figures } = await tellFigures(context, asked);
  return { head, text, day, place: region, figures };
}

/** The tables of a pack over the figures its text speaks of. */
export const appendixOf = (context: OperationContext, dues: readonly Due[], { head, day, place, figures }: Counted) =>
  countAppendix(context, dues, { area: head.regionCode, place, day, ids: figures.map(({ id }) => id) });

/** How it reads now, with nothing confirmed. */
export function renderCounted({ head, text, day, place, figures }: Counted): Rendered {
  const setting = { place, day, publishedOn: head.publishOn, figures: byId(figures), confirmed: new Set<string>() };
  return renderStatement(parseTemplate(text.body), setting);
}

export const byId = (figures: readonly ToldFigure[]): Figures => new Map(figures.map((figure) => [figure.id, figure]));
