// A household as an example says it: what differs from a sound one.

export const AS_OF = '2022-06-30';

export type Job = Partial<{
  form: string;
  region: string | null;
  place: string | null;
  fen: number;
  startedOn: string;
  leftOn: string | null;
}>;

export type Person = Partial<{
  relation: string;
  sex: string;
  idSex: number;
  birth: number | null;
  idSound: boolean;
  /** Persons with one word here have one ID. */
  sameId: string;
  education: string;
  schooling: string;
  health: string;
  labour: string;
  working: boolean | null;
  dibao: boolean;
  phone: boolean;
  jobs: Job[];
  diedOn: string;
  yulu: string;
  certified: boolean;
  uninsured: boolean;
}>;

export type Status = { since: string; risks?: string[]; clearedOn?: string; clearedBy?: string };
export type Measure = { kind: string; on?: string; text?: string };

export type House = Partial<{
  kind: 'general' | 'lifted';
  category: string;
  cleared: boolean;
  phone: boolean;
  memberCount: number;
  /** Yuan: wage, business, property, transfer, cost, self-paid, net of the year before. */
  income: Partial<
    Record<'wage' | 'business' | 'property' | 'transfer' | 'cost' | 'selfPaid' | 'previous', number>
  > | null;
  /** What is written as net income where it is not what adds up. */
  netYuan: number;
  status: Status;
  measures: Measure[];
  grade: number;
  dibaoYuan: number;
  /** Head, spouse, child: what differs from the sound ones; null where there is none; more follow. */
  people: (Person | null)[];
}>;

export type Example = { hit: House; miss: House };

const ADULT: Person = {
  education: '初中',
  schooling: '',
  health: '健康',
  labour: '普通劳动力',
  working: false,
  phone: true,
};
/** A head, a spouse, a child at primary school. */
const FAMILY: Person[] = [
  { ...ADULT, relation: '户主', sex: '男', birth: 19_750_312 },
  { ...ADULT, relation: '配偶', sex: '女', birth: 19_780_921 },
  {
    ...ADULT,
    relation: '之女',
    sex: '女',
    birth: 20_121_105,
    education: '',
    schooling: '小学',
    labour: '无劳动力',
    phone: false,
  },
];
/** Somebody more: a grown-up of the household. */
const MORE: Person = { ...ADULT, relation: '之兄弟姐妹', sex: '男', birth: 19_800_101 };

export function peopleOf({ people = [] }: House): Person[] {
  const count = Math.max(FAMILY.length, people.length);
  return Array.from({ length: count }, (_, i) =>
    people[i] === null ? undefined : { ...(FAMILY[i] ?? MORE), ...people[i] },
  ).filter((one) => one !== undefined);
}

export const INCOME = {
  wage: 30_000,
  business: 5_000,
  property: 100,
  transfer: 900,
  cost: 2_000,
  selfPaid: 500,
  previous: 30_000,
};

/** Monitored for two months, with a measure that fits. */
export const monitored = (more: House = {}, risks: string[] = ['disaster']): House => ({
  category: 'borderline',
  status: { since: '2022-05-01', risks },
  measures: [{ kind: 'industry', on: '2022-05-05' }],
  ...more,
});
export const cleared = (more: House = {}): House => ({
  ...monitored({}),
  cleared: true,
  status: { since: '2021-01-10', risks: ['disaster'], clearedOn: '2022-03-01', clearedBy: 'helped' },
  ...more,
});
export const head = (person: Person): House => ({ people: [person] });
export const spouse = (person: Person): House => ({ people: [{}, person] });
export const child = (person: Person): House => ({ people: [{}, {}, person] });
