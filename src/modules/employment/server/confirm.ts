// What is found of jobs in a month, by tap: written through the judgement that files go through, with what it means for the job itself.

import { sql } from 'kysely';
import { formatDate, type PlainDate, parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { operationName } from '../../../kernel/register/register-contract.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Keys, open } from '../../../platform/server/keys.ts';
import { type MoveTools, moveRecords } from '../../../platform/server/registers/moves/move-rows.ts';
import { judgeTyped, saveTyped, typedReasons, type Values } from '../../../platform/server/registers/typed-rows.ts';
import { isInMonth, type LeavingReason, mayConfirm, nextNumber, stateAfterLeaving } from '../domain/confirm/found.ts';
import { codeOfStep, formOfStep } from '../domain/confirm/places.ts';
import type { FoundEntry, WAYS } from '../domain/contract.ts';
import {
  type EmploymentConfirmation,
  employmentConfirmationRegister,
} from '../domain/registers/employment-confirmation-register.ts';
import { employmentSpellRegister } from '../domain/registers/employment-spell-register.ts';
import '../domain/problems.ts';

export const SPELLS = employmentSpellRegister as unknown as RegisterDefinition;
export const CONFIRMATIONS = employmentConfirmationRegister as unknown as RegisterDefinition;

type Key = { countyCode: number; id: number };
type WorkState = EmploymentConfirmation['workState'];
export type Refused = Key & { reason: string };
type Asked = {
  month: string;
  /** How it was asked; nobody was where a roster says it. */
  way?: keyof typeof WAYS | undefined;
  entries: readonly FoundEntry[];
  /** Of entries that a roster says, by `keyText`: what it says, and the state it names. */
  sources?: ReadonlyMap<string, { remark: string; workState?: WorkState | undefined }>;
};

export const keyText = ({ countyCode, id }: Key) => `${countyCode}-${id}`;

export type SpellRow = Key & {
  placeCode: number;
  version: string;
  number: string;
  name: string;
  householdNumber: string | null;
  villageCode: number | null;
  personNumber: string | null;
  sealedId: Buffer | null;
  organisedBy: string;
  startedOn: string;
  leftOn: string | null;
  goneOn: string | null;
  isVoided: boolean;
};

/** Jobs by their keys, as far as the actor sees them, locked against whoever else confirms them. */
export async function lockSpells(tx: Tx, keys: readonly Key[]): Promise<Map<string, SpellRow>> {
  const rows = await tx.rows(sql<SpellRow>`
    select t.county_code, t.id, t.place_code, (extract(epoch from t.recorded_at) * 1000000)::bigint::text as version, t.number, t.name,
      t.household_number, t.village_code, coalesce(t.person_number, (select p.number from persons p where p.id = t.person_id)) as person_number,
      t.id_number as sealed_id, t.organised_by, t.started_on::text, t.left_on::text,
      (select p.valid_to::text from persons p where p.id = t.person_id) as gone_on, t.voided as is_voided
    from employment_spells t
    where (t.county_code, t.id) in (select k.county_code, k.id from unnest(${keys.map(({ countyCode }) => countyCode)}::int[],
      ${keys.map(({ id }) => id)}::bigint[]) k (county_code, id))
    order by t.county_code, t.id for update of t`);
  return new Map(rows.map((row) => [keyText(row), row]));
}

/** Why the tap does not do; undefined: it does. */
function hindrance(entry: FoundEntry, row: SpellRow | undefined, last: string): string | undefined {
  if (!row || row.isVoided) return '没有这条务工就业，或者它不在您的辖区内';
  if (row.startedOn > last) return `这份工作 ${row.startedOn} 才开始，不能确认这个月`;
  if (row.leftOn) return `已登记 ${row.leftOn} 离岗，要改的请先撤销`;
  if (row.goneOn && entry.found !== 'left') return `这个人已于 ${row.goneOn} 登记死亡或离户，请登记离岗`;
  const from = entry.found === 'left' ? entry.leftOn : entry.found === 'elsewhere' ? entry.since : undefined;
  return from !== undefined && from < row.startedOn ? `日期早于这份工作的开始日期 ${row.startedOn}` : undefined;
}

type Fit = { entry: FoundEntry; row: SpellRow };

/** What the confirmation of the month says of an entry; none where the job had ended before the month. */
function confirmationOf({ entry, row }: Fit, { month, way, sources }: Asked, today: PlainDate): Values | undefined {
  const source = sources?.get(keyText(row));
  const said = {
    ...{ month, confirmedOn: formatDate(today), confirmedBy: way ?? null, voided: false, voidReason: null },
    remark: source?.remark ?? null,
  };
  if (entry.found === 'left')
    return isInMonth(entry.leftOn, month)
      ? { ...said, spellNumber: row.number, workState: source?.workState ?? stateAfterLeaving(entry.leavingReason) }
      : undefined;
  if (entry.found === 'elsewhere')
    return { ...said, spellNumber: nextNumber(row.number, month), workState: 'working', ...paid(entry) };
  return { ...said, spellNumber: row.number, workState: entry.found, ...paid(entry) };
}

function paid(entry: FoundEntry): Values {
  if (entry.found === 'working' && entry.monthWageFen) return { monthWageFen: entry.monthWageFen };
  return entry.found === 'elsewhere' && entry.monthlyIncomeFen ? { monthWageFen: entry.monthlyIncomeFen } : {};
}

/** The job that follows: the same person, somewhere else. */
function followingOf({ entry, row }: Fit, month: string, keys: Keys): Values {
  if (entry.found !== 'elsewhere') return {};
  return {
    ...{ number: nextNumber(row.number, month), name: row.name, householdNumber: row.householdNumber },
    ...{ villageCode: row.villageCode, personNumber: row.personNumber },
    ...(row.personNumber === null && row.sealedId ? { idNumber: open(keys, row.sealedId) } : {}),
    ...{ jobForm: formOfStep(entry.step), workRegionCode: codeOfStep(entry.step, row.placeCode, entry.province) },
    ...{ workPlace: placeOf(entry), startedOn: entry.since, leftOn: null, organisedBy: row.organisedBy },
    ...{ monthlyIncomeFen: entry.monthlyIncomeFen ?? null, voided: false, voidReason: null },
  };
}

function placeOf({ step, workPlace }: Extract<FoundEntry, { found: 'elsewhere' }>): string | null {
  if (step !== 'abroad') return workPlace || null;
  return workPlace?.startsWith('境外') ? workPlace : `境外${workPlace ?? ''}`;
}

/** Writes rows of a register; answers the reasons against those that do not stand, in the order given. */
export async function write(tx: Tx, tools: MoveTools, register: RegisterDefinition, rows: readonly Values[]) {
  if (rows.length === 0) return [];
  const judged = await judgeTyped(tx, tools, register, rows);
  await saveTyped(tx, register);
  return judged.map((one) => (one.refusals.length > 0 ? typedReasons(register, one) : undefined));
}

/** What cannot stay half done takes the whole set back. */
export function refuseAll(reasons: readonly (string | undefined)[]): void {
  const first = reasons.find((reason) => reason !== undefined);
  if (first !== undefined) throw new Problem('employment.not-confirmed', { reason: first });
}

/** The move 登记离岗 for each day and reason among the entries. */
async function leave(tx: Tx, tools: MoveTools, fits: readonly Fit[], today: PlainDate): Promise<AuditEntry[]> {
  const audit: AuditEntry[] = [];
  const leaving = fits.flatMap(({ entry, row }) => {
    if (entry.found === 'left') return [{ row, on: entry.leftOn, reason: entry.leavingReason }];
    return entry.found === 'elsewhere' ? [{ row, on: entry.since, reason: 'other' as LeavingReason }] : [];
  });
  for (const group of Map.groupBy(leaving, ({ on, reason }) => `${on} ${reason}`).values()) {
    const [{ on, reason } = { on: '', reason: '' }] = group;
    const asked = {
      move: 'leave',
      records: group.map(({ row }) => row),
      doneOn: on,
      values: { leavingReason: reason },
    };
    const { refused, audit: moved } = await moveRecords(tx, tools, SPELLS, asked, today);
    refuseAll(refused.map(({ reason: why }) => why));
    audit.push(...moved.map((entry) => ({ ...entry, operation: entry.operation || operationName(SPELLS, 'move') })));
  }
  return audit;
}

/**
 * Writes what was found; rows it does not fit stay and are told. Throws `employment.month-ahead`, `employment.month-past`,
 * `employment.not-confirmed` where a change of the job itself does not stand.
 */
export async function confirmJobs(tx: Tx, tools: MoveTools, asked: Asked, last: string, today: PlainDate) {
  refuseMonth(asked.month, today);
  const rows = await lockSpells(tx, asked.entries);
  const refused: Refused[] = [];
  const fits = asked.entries.flatMap((entry): Fit[] => {
    const row = rows.get(keyText(entry));
    const reason = hindrance(entry, row, last);
    // Found twice in one set, the first holds.
    rows.delete(keyText(entry));
    if (row && reason === undefined) return [{ entry, row }];
    refused.push({ countyCode: entry.countyCode, id: entry.id, reason: reason ?? '' });
    return [];
  });
  const moving = fits.filter(({ entry }) => entry.found === 'elsewhere');
  const following = moving.map((fit) => followingOf(fit, asked.month, tools.keys));
  refuseAll(await write(tx, tools, SPELLS, following));
  const left = await leave(tx, tools, fits, today);
  const said = fits.flatMap((fit) => {
    const values = confirmationOf(fit, asked, today);
    return values ? [{ fit, values }] : [];
  });
  const reasons = await write(
    tx,
    tools,
    CONFIRMATIONS,
    said.map(({ values }) => values),
  );
  const unsaid = said.flatMap(({ fit }, i) => (reasons[i] === undefined ? [] : [{ ...fit, reason: reasons[i] }]));
  refuseAll(unsaid.flatMap(({ entry, reason }) => (isPlain(entry) ? [] : [reason])));
  refused.push(...unsaid.map(({ row: { countyCode, id }, reason }) => ({ countyCode, id, reason })));
  const kept = fits.filter(({ row }) => !unsaid.some((one) => one.row === row));
  if (kept.length === 0) refuseAll(refused.map(({ reason }) => reason));
  return { kept: kept.length, refused, audit: [...kept.map((fit) => auditOf(fit, asked)), ...left] };
}

/** Says nothing of the job itself. */
const isPlain = ({ found }: FoundEntry) => found !== 'left' && found !== 'elsewhere';

export function refuseMonth(month: string, today: PlainDate): void {
  const why = mayConfirm(parseDate(month), today);
  if (why) throw new Problem(`employment.month-${why}`, { month: month.slice(0, 7) });
}

function auditOf({ entry, row }: Fit, { month, way, sources }: Asked): AuditEntry {
  const { countyCode: _county, id: _id, ...found } = entry;
  const source = sources?.get(keyText(row))?.remark;
  return {
    ...{ operation: 'employment.confirm', subjectKind: employmentSpellRegister.record, subjectId: row.id },
    ...{
      regionCode: row.placeCode,
      after: { month, confirmedBy: way ?? null, ...(source ? { source } : {}), ...found },
    },
  };
}
