// Why a figure differs from the one that was published: asked again as it was known then, and by other settings.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import type { Answer } from '../domain/answer.ts';
import { differenceOf, isSame, type Published, type Reason, type Sameness } from '../domain/comparison.ts';
import type { FigureDefinition } from '../domain/figure.ts';
import { INCOME_LINE, SETTINGS, type SettingDefinition, type SettingName } from '../domain/settings.ts';
import { answerFigure } from './answer.ts';
import { asked, type Reading } from './reading.ts';
import { rowsBehind } from './rows.ts';

/** Other words a setting of the figure may have, one at a time. */
export function otherSettings(
  definition: FigureDefinition,
  r: Reading,
): { name: SettingName; value: string; reading: Reading }[] {
  return definition.settings.flatMap((name) => {
    if (name === INCOME_LINE) return [];
    const { words, list }: SettingDefinition = SETTINGS[name];
    if (!words || list) return [];
    return words
      .filter((word) => word !== r.settings[name])
      .map((value) => ({ name, value, reading: asked(r, { settings: { ...r.settings, [name]: value } }) }));
  });
}

/** Whether a row counts now whose record nobody knew at the moment. */
async function isEnteredLater(tx: Tx, r: Reading, definition: FigureDefinition, moment: string): Promise<boolean> {
  const rows = await rowsBehind(tx, r, definition);
  if (!rows) return false;
  const found = await tx.first(sql<{ later: boolean }>`select exists (
    select from ${rows} x join register_sets s on s.id = x.batch and x.file_no is not null
    where s.finished_at > ${moment}::timestamptz and not exists (select from register_versions v
      where v.register = x.register and v.county_code = x.county_code and v.record_id = x.record_id and v.recorded_at <= ${moment}::timestamptz)) as later`);
  return found?.later ?? false;
}

/** The first reason that holds; nothing where the two are the very same. `moment`: the end of the day of publication. */
export async function explain(
  tx: Tx,
  r: Reading,
  {
    definition,
    answer,
    published,
    same,
    moment,
  }: {
    definition: FigureDefinition;
    answer: Answer;
    published: Published;
    same: Sameness;
    moment: string;
  },
): Promise<Reason | ''> {
  if (same === '是') return differenceOf(definition, answer, published) === '0' || !answer.exact ? '' : '取整';
  if (same === '无数据') return '';
  const then = await answerFigure(tx, asked(r, { moment }), definition);
  if (then.status === 'value' && isSame(definition, then, published))
    return (await isEnteredLater(tx, r, definition, moment)) ? '公布后录入' : '公布后更改';
  for (const { reading } of otherSettings(definition, r)) {
    const other = await answerFigure(tx, reading, definition);
    if (other.status === 'value' && isSame(definition, other, published)) return '口径不同';
  }
  return '未说明';
}
