// Four-way comparison (机账实卡) of a household: which fields, and what each of the sides says, as text that can be compared. A blank is not a zero: it is text of its own.

import { RISK_NAMES } from '../../cases/domain/words.ts';
import { helpMeasureRegister } from '../../help/domain/registers/help-measure-register.ts';
import type { CorrectedField } from '../../households/domain/corrected-fields.ts';
import { MONITORING_CATEGORY_NAMES } from '../../households/domain/registry-columns.ts';

type ComparedField = {
  title: string;
  /** How it is asked; `people`: who of the members. */
  kind: 'number' | 'choice' | 'choices' | 'text' | 'month' | 'people';
  unit?: string;
  /** Words that are also the values. */
  words?: readonly string[];
  /** Only of households that are or were monitored. */
  watched?: boolean;
  /** The field of a member that is put right at once where this was asked for. */
  corrects?: CorrectedField;
};

const MEASURES: Readonly<Record<string, string>> = helpMeasureRegister.fields.measureKind.values ?? {};

export const COMPARED = {
  members: { title: '家庭人口', kind: 'number', unit: '人' },
  income: { title: '人均纯收入', kind: 'number', unit: '元' },
  dibao: { title: '享受低保的成员', kind: 'people', corrects: 'dibao' },
  disabled: { title: '残疾成员', kind: 'people' },
  working: { title: '务工成员', kind: 'people', corrects: 'working' },
  measures: { title: '帮扶措施', kind: 'choices', words: Object.values(MEASURES) },
  category: { title: '监测对象类别', kind: 'choice', words: Object.values(MONITORING_CATEGORY_NAMES), watched: true },
  risks: { title: '返贫致贫风险', kind: 'choices', words: Object.values(RISK_NAMES), watched: true },
  responsible: { title: '帮扶责任人', kind: 'text', watched: true },
  identified: { title: '识别年月', kind: 'month', watched: true },
  cleared: { title: '消除年月', kind: 'month', watched: true },
} as const satisfies Record<string, ComparedField>;
export type ComparedKey = keyof typeof COMPARED;
export const COMPARED_FIELDS: Readonly<Record<ComparedKey, ComparedField>> = COMPARED;
export const COMPARED_KEYS = Object.keys(COMPARED) as [ComparedKey, ...ComparedKey[]];

/** Whether a field is compared is set by region: which are key fields no document fixes. */
export const comparedSetting = (key: ComparedKey): string => `compare.${key}`;

/** What nobody knows is left out: it is equal to nothing and different from nothing. */
export type Sides = { system?: string | undefined; ledger: string; seen: string; card?: string | undefined };
export const PAIRS = {
  'system-ledger': '机账',
  'system-seen': '机实',
  'ledger-seen': '账实',
  'seen-card': '实卡',
} as const;

/** In the order of the words, so that the same set is the same text. */
export const inOrder = (words: readonly string[], chosen: readonly string[]): string =>
  words.filter((word) => chosen.includes(word)).join('、');

export type Person = {
  id: number;
  name: string;
  dibao: boolean;
  working: boolean;
  disabled: boolean;
  /** What the national system still says of corrected fields. */
  pending: Partial<Record<string, string>>;
};

export type KnownHousehold = {
  memberCount: number;
  /** Fen, of the newest year that is known. */
  incomeFen: number | null;
  incomeMembers: number | null;
  category: string | null;
  risks: readonly string[];
  responsible: string | null;
  /** `202205` or nothing. */
  identified: string | null;
  cleared: string | null;
  measures: readonly string[];
  people: readonly Person[];
  /** What stands in the national system where it is known to be otherwise, by the names of its fields. */
  national: Partial<Record<string, string>>;
};

type Compared = { field: ComparedKey; ledger: string; system?: string; people?: number[] };

const monthOf = (text: string | null | undefined): string => (text ? `${text.slice(0, 4)}-${text.slice(4, 6)}` : '');
const NATIONAL_NAMES = {
  ...{ category: 'category', responsible: 'responsible', risks: 'risks' },
  ...{ identified: 'identified', cleared: 'cleared-month' },
} as const;

function ofPeople(people: readonly Person[], field: 'dibao' | 'working' | 'disabled'): Compared {
  const here = people.filter((each) => each[field]);
  const there = people.filter(({ pending, ...each }) => {
    const old = pending[field === 'disabled' ? 'health' : field];
    if (old === undefined) return each[field];
    return field === 'disabled' ? old.includes('残疾') : old === '是';
  });
  const named = (all: readonly Person[]) => all.map(({ name }) => name).join('、');
  return { field, ledger: named(here), system: named(there), people: here.map(({ id }) => id) };
}

/** What this system and the national one say of a household. The system's value is left out where nobody can know it. */
export function comparedOf(known: KnownHousehold, isOn: (field: ComparedKey) => boolean): Compared[] {
  const { people, national } = known;
  const income =
    known.incomeFen === null
      ? ''
      : String(Math.round(known.incomeFen / (known.incomeMembers ?? known.memberCount) / 100));
  const registry = (field: ComparedKey, ledger: string): Compared => ({ field, ledger, system: ledger });
  const ofCase = (field: keyof typeof NATIONAL_NAMES, ledger: string): Compared => {
    const there = national[NATIONAL_NAMES[field]];
    const isMonth = field === 'identified' || field === 'cleared';
    return { field, ledger, system: there === undefined ? ledger : isMonth ? monthOf(there) : there };
  };
  const riskWords = known.risks.map((risk) => (RISK_NAMES as Record<string, string>)[risk] ?? risk);
  const all: Compared[] = [
    registry('members', String(known.memberCount)),
    registry('income', income),
    ofPeople(people, 'dibao'),
    ofPeople(people, 'disabled'),
    ofPeople(people, 'working'),
    {
      field: 'measures',
      ledger: inOrder(
        Object.values(MEASURES),
        known.measures.map((kind) => MEASURES[kind] ?? kind),
      ),
    },
    ofCase('category', (MONITORING_CATEGORY_NAMES as Record<string, string>)[known.category ?? ''] ?? ''),
    ofCase('risks', inOrder(Object.values(RISK_NAMES), riskWords)),
    ofCase('responsible', known.responsible ?? ''),
    ofCase('identified', monthOf(known.identified)),
    ofCase('cleared', monthOf(known.cleared)),
  ];
  return all.filter(({ field }) => isOn(field) && (known.category !== null || !COMPARED_FIELDS[field].watched));
}
