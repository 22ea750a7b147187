// Finds officials by the beginning of the name, by pinyin or initials; those of the own area first.

import { sql } from 'kysely';
import { ROLE_NAMES, type Role } from '../../../kernel/operation.ts';
import { latinLetters } from '../../../kernel/person-name.ts';
import { isWithin } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { spellings } from '../../../platform/server/names/spelling.ts';

type Row = { name: string; accountId: number | null; role: Role | null; place: string; unit: string; areaCode: number };
export type Person = { name: string; accountId?: number; note: string };

const SHOWN = 20;
/** Of a county; more are found by a longer name. */
const MOST_LOOKED_AT = 3000;

function isSpelled(name: string, letters: string): boolean {
  return spellings(name, 'person').some(
    (spelling) => spelling.letters.startsWith(letters) || spelling.initials.startsWith(letters),
  );
}

const noteOf = ({ role, place, unit }: Row) => (role ? `${place}${ROLE_NAMES[role]}` : unit || place);

/** Without a text those of the own area. An account and a cadre of one name and place are one person. */
export async function findPeople(tx: Tx, text: string | undefined): Promise<Person[]> {
  const { range } = tx.actor;
  const letters = text === undefined ? undefined : latinLetters(text);
  const county = Math.floor(range.low / 1e6) * 1e6;
  const high = Math.max(range.high, county + 999_999);
  const prefix = text && letters === undefined ? `${text.replace(/[%_\\]/g, '')}%` : '%';
  const rows = await tx.rows(sql<Row>`
    select p.name, p.account_id, p.role, coalesce(r.name, '') as place, '' as unit, p.area_code
      from people_at_work() p left join regions r on r.code = p.area_code where p.name like ${prefix}
    union all
    select c.name, null, null, coalesce(r.name, ''), concat_ws(' ', coalesce(c.organisation_name, o.name), c.post), c.region_code
      from cadres c left join regions r on r.code = c.region_code
      left join organisations o on o.code = c.organisation_code
      where not c.voided and c.region_code between ${Math.min(county, range.low)} and ${high} and c.name like ${prefix}
        and not exists (select from people_at_work() a where a.name = c.name and a.area_code = c.region_code)
    limit ${MOST_LOOKED_AT}`);
  const fitting = letters === undefined ? rows : rows.filter(({ name }) => isSpelled(name, letters));
  const isOwn = ({ areaCode }: Row) => isWithin(range, areaCode);
  return fitting
    .sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)) || a.name.localeCompare(b.name, 'zh'))
    .slice(0, SHOWN)
    .map((row) => ({
      name: row.name,
      note: noteOf(row),
      ...(row.accountId === null ? {} : { accountId: row.accountId }),
    }));
}

/** The account at work there that a name means: of several the one nearest to the village; nothing where two are as near. */
export async function accountNamed(tx: Tx, name: string, villageCode: number): Promise<number | undefined> {
  const rows = await tx.rows(sql<{ accountId: number; areaCode: number }>`
    select account_id, area_code from people_at_work() where name = ${name} and area_code in (${villageCode}::bigint,
      ${villageCode}::bigint / 1000 * 1000, ${villageCode}::bigint / 1000000 * 1000000)
    order by area_code desc limit 2`);
  const [nearest, next] = rows;
  return nearest && nearest.areaCode !== next?.areaCode ? nearest.accountId : undefined;
}
