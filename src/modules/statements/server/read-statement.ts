// A statement as it stands on paper: rendered with its frozen values, as a draft with those of now.

import type { Tx } from '../../../platform/server/db.ts';
import { getRegion } from '../../regions/server/index.ts';
import { type Rendered, renderStatement } from '../domain/render.ts';
import { parseTemplate } from '../domain/template.ts';
import { byId } from './count-figures.ts';
import {
  confirmedClaims,
  type Frozen,
  frozenValues,
  type Head,
  type Key,
  statementHead,
  statementText,
} from './load-statement.ts';

export type FrozenStatement = { head: Head; areaName: string; frozen: Frozen | undefined; rendered: Rendered };

/** Without values, while it is a draft, every clause with a number is left out. */
export async function renderFrozen(tx: Tx, key: Key): Promise<FrozenStatement> {
  const head = await statementHead(tx, key);
  const [text, frozen] = [await statementText(tx, key), await frozenValues(tx, head)];
  const place = await getRegion(tx, head.regionCode);
  const confirmed = new Set((await confirmedClaims(tx, key)).map(({ claim }) => claim));
  const figures = byId(frozen?.figures ?? []);
  const setting = { place, day: head.asOf, publishedOn: head.publishOn, figures, confirmed };
  return { head, areaName: place.name, frozen, rendered: renderStatement(parseTemplate(text.body), setting) };
}
