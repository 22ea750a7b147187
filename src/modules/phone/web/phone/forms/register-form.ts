// A register on the phone, from its definition: each kind of field becomes a question. What is sealed is not typed on a phone, and what
// is masked is not shown to be changed.

import { holds } from '../../../../../kernel/register/conditions.ts';
import { type RegisterDefinition, roleField } from '../../../../../kernel/register/define-register.ts';
import type { Field, Kind } from '../../../../../kernel/register/field.ts';
import { STAGE_NAMES } from '../../../../../kernel/register/photos-contract.ts';
import { operationName } from '../../../../../kernel/register/register-contract.ts';
import { keptForMoves, movedDays } from '../../../../../kernel/register/states.ts';
import { householdOf, keyText, type PhoneRow } from '../../../../field/domain/phone-copy.ts';
import { type Answers, askedOf, isEmpty, type Question } from '../../../../field/domain/questions.ts';
import type { FormContext, PhoneForm } from './phone-form.ts';

type WithoutBase<Q> = Q extends Question ? Omit<Q, 'name' | 'title' | 'hint' | 'required' | 'when' | 'page'> : never;
type Asked = WithoutBase<Question>;
/** How the phone asks for a kind; undefined: it does not. */
const ASKED: Record<Kind, ((field: Field, context: FormContext) => Asked | undefined) | undefined> = {
  text: () => ({ kind: 'text', most: 200 }),
  'long-text': () => ({ kind: 'text', most: 4000, lines: 5 }),
  integer: ({ unit, least }) => ({ kind: 'number', ...numberOf(unit, least), places: 0 }),
  decimal: ({ unit, least }) => ({ kind: 'number', ...numberOf(unit, least), places: 6 }),
  share: () => ({ kind: 'number', unit: '%', least: 0, places: 6 }),
  'money-yuan': () => ({ kind: 'money', unit: '元', mayBeNegative: true }),
  'money-wan': () => ({ kind: 'money', unit: '万元', mayBeNegative: true }),
  day: () => ({ kind: 'day' }),
  month: () => ({ kind: 'month' }),
  year: () => ({ kind: 'year' }),
  choice: ({ values = {} }) => ({ kind: 'choice', choices: values }),
  choices: ({ values = {} }) => ({ kind: 'choices', choices: values }),
  'yes-no': () => ({ kind: 'yes-no', yes: '是', no: '否' }),
  'household-no': () => ({ kind: 'household' }),
  name: () => ({ kind: 'text', most: 200 }),
  reference: ({ target = '' }, { copy }) =>
    copy.registers[target] ? { kind: 'row', register: target } : { kind: 'text', most: 200 },
  'region-code': ({ several, level }, { copy }) =>
    several || level !== 'village'
      ? undefined
      : {
          kind: 'choice',
          choices: Object.fromEntries(copy.villages.map(({ code, name }) => [String(code), name])),
        },
  'id-number': undefined,
  link: undefined,
};

function numberOf(unit: string | undefined, least: number | undefined) {
  return { ...(unit ? { unit } : {}), ...(least === undefined ? {} : { least }) };
}

/** What the office offers for a field whose numbers nobody knows by heart. */
function picksOf({ code }: RegisterDefinition, name: string, { copy }: FormContext): Asked | undefined {
  const offered = copy.picks?.[`${code}.${name}`];
  if (!offered || offered.length === 0) return undefined;
  return { kind: 'choice', choices: Object.fromEntries(offered.map(({ value, words }) => [value, words])) };
}

/** A condition asks of a field of this row; what is not asked on the phone keeps the value it has. */
function questionsOf(register: RegisterDefinition, context: FormContext, row: PhoneRow | undefined): Question[] {
  const { states } = register;
  const moved = new Set([...(states ? movedDays(states) : []), ...keptForMoves(states)]);
  return Object.entries(register.fields).flatMap(([name, field]) => {
    const picked = picksOf(register, name, context);
    const asked =
      (row && field.secret) || field.secret === 'sealed' ? undefined : (picked ?? ASKED[field.kind]?.(field, context));
    // What a move fills in is not typed: on a phone no move is made.
    if (moved.has(name) && isEmpty(row?.values[name])) return [];
    // The key stays; where a row is of one place alone there is nothing to ask.
    if (!asked || (row && register.key.includes(name))) return [];
    if (field.kind === 'region-code' && context.copy.villages.length === 1) return [];
    const { required, title, hint } = field;
    const base = { name, title, ...(hint ? { hint } : {}) };
    if (typeof required !== 'object') return [{ ...base, ...asked, required: required === true } as Question];
    // As in the office: it may always be filled in, and must be where its condition holds.
    const must = (answers: Answers) => holds(required, { ...row?.values, ...answers });
    return [{ ...base, ...asked, required: must } as Question];
  });
}

const PHOTO_STAGES = ['before', 'after'] as const;
const photoName = (stage: (typeof PHOTO_STAGES)[number]) => `photos ${stage}`;
const PHOTO_QUESTIONS: Question[] = PHOTO_STAGES.map((stage) => ({
  ...{ kind: 'photos', name: photoName(stage), title: `${STAGE_NAMES[stage]}照片`, most: 9, page: '照片' },
}));

/** A choice among them answers with its text. */
const NUMBERS = new Set<Kind>(['region-code', 'year', 'integer']);

/** Answers → values of the row as its operations take them. */
function valuesOf(register: RegisterDefinition, questions: readonly Question[], answers: Answers, row?: PhoneRow) {
  const values: Record<string, unknown> = {};
  for (const { name } of askedOf(questions, answers)) {
    const field = register.fields[name];
    if (!field) continue;
    const value = answers[name];
    const now = isEmpty(value) ? null : NUMBERS.has(field.kind) ? Number(value) : value;
    const was = row?.values[name] ?? null;
    if (row ? JSON.stringify(now) !== JSON.stringify(was) : now !== null) values[name] = now;
  }
  return values;
}

/** The village of a new row, where there is only one it can be of. */
function placeValues(register: RegisterDefinition, { copy }: FormContext): Answers {
  const place = Object.entries(register.fields).filter(
    ([, { kind, level }]) => kind === 'region-code' && level === 'village',
  );
  const [only] = copy.villages;
  return copy.villages.length === 1 && only ? Object.fromEntries(place.map(([name]) => [name, only.code])) : {};
}

/** `rowKey`: the row to change, `new` for another one; `household`: whom it is made for. */
export function registerForm(
  context: FormContext,
  code: string,
  rowKey: string,
  household: string | undefined,
): PhoneForm | undefined {
  const register = context.registers.find((each) => each.code === code);
  const row = context.copy.registers[code]?.find((each) => keyText(each) === rowKey);
  if (!register || (rowKey !== 'new' && !row)) return undefined;
  const questions = [...PHOTO_QUESTIONS, ...questionsOf(register, context, row)];
  const view = household ? householdOf(context.copy, household) : undefined;
  const householdField = Object.entries(register.fields).find(([, { kind }]) => kind === 'household-no')?.[0];
  const since = roleField(register, 'since');
  const initial: Answers = row
    ? row.values
    : {
        ...placeValues(register, context),
        ...(view && householdField ? { [householdField]: view.household.number } : {}),
        ...(since && register.fields[since]?.kind === 'day' ? { [since]: context.today } : {}),
        ...('number' in register.fields ? { number: newNumber(context) } : {}),
        ...ownPicks(register, context),
      };
  return {
    title: row ? `修改${register.title}` : `登记${register.title}`,
    about: rowName(register, row) ?? view?.household.headName ?? '',
    questions,
    initial,
    toItems: (answers) => itemsOf({ register, questions, answers, row, context, householdField }),
  };
}

/** Whoever holds the phone is mostly the one it is about. */
function ownPicks({ code, fields }: RegisterDefinition, { copy }: FormContext): Answers {
  const own = Object.keys(fields).flatMap((name) => {
    const found = copy.picks?.[`${code}.${name}`]?.find(({ isOwn }) => isOwn);
    return found ? [[name, found.value] as const] : [];
  });
  return Object.fromEntries(own);
}

/** Numbers are made on the phone, so that two that are offline do not make the same: day, time and account. */
function newNumber({ copy, today }: FormContext): string {
  const time = new Date().toTimeString().slice(0, 8).replaceAll(':', '');
  return `${today.replaceAll('-', '')}${time}-${copy.account.id}`;
}

export function rowName({ key, fields }: RegisterDefinition, row: PhoneRow | undefined): string | undefined {
  if (!row) return undefined;
  const named = key.map((name) => {
    const value = row.values[name];
    return fields[name]?.values?.[String(value)] ?? value;
  });
  return named.filter((each) => each !== null && each !== undefined).join(' ');
}

type Made = {
  register: RegisterDefinition;
  questions: readonly Question[];
  answers: Answers;
  row: PhoneRow | undefined;
  context: FormContext;
  householdField: string | undefined;
};

function itemsOf({
  register,
  questions,
  answers,
  row,
  context,
  householdField,
}: Made): ReturnType<PhoneForm['toItems']> {
  const values = { ...(row ? {} : placeValues(register, context)), ...valuesOf(register, questions, answers, row) };
  const number = householdField && (answers[householdField] ?? row?.values[householdField]);
  const household = context.copy.households.find((each) => each.number === number);
  const group = household && keyText(household);
  const key = row && { countyCode: row.countyCode, id: row.id };
  const target = row && `row ${register.code} ${keyText(row)}`;
  const first = row
    ? { operation: operationName(register, 'change'), input: { ...key, version: row.version, values } }
    : { operation: operationName(register, 'add'), input: { values } };
  const photos = PHOTO_STAGES.map((stage) => ({
    stage,
    fileIds: (answers[photoName(stage)] as string[] | undefined) ?? [],
  }))
    .filter(({ fileIds }) => fileIds.length > 0)
    .map(({ stage, fileIds }) => ({
      operation: 'registers.attach-photos',
      input: { register: register.code, ...key, stage, fileIds },
      ...{ files: fileIds, group, target },
    }));
  const isChanged = !row || Object.keys(values).length > 0;
  return [...(isChanged ? [{ ...first, files: [], group, target }] : []), ...photos];
}
