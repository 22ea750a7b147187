// What a department answers about one person, how rows of its file are read, and what the answers come to for a household.

import * as z from 'zod';

export const RESULTS = ['none', 'hit', 'unknown'] as const;
export type Result = (typeof RESULTS)[number];
export const RESULT_NAMES: Record<Result, string> = { none: '无情形', hit: '有情形', unknown: '查无此人' };

/** What comparisons usually find (handbook: items of the authorisation); others may be written. */
export const USUAL_HITS = [
  '机动车',
  '商品房',
  '存款或证券',
  '工商登记',
  '纳税记录',
  '公积金',
  '财政供养人员',
  '已死亡',
  '其他',
] as const;

const hit = z.string().trim().min(1).max(20);

export const reply = z
  .object({
    result: z.enum(RESULTS).meta({ title: '协查结果' }),
    hits: z.array(hit).max(10).default([]).meta({ title: '命中情形' }),
    note: z.string().trim().max(200).default('').meta({ title: '说明' }),
  })
  .refine(({ result, hits }) => (result === 'hit') === hits.length > 0, '结果为“有情形”的要选命中情形，其他结果不选');
export type Reply = z.output<typeof reply>;

/** `XC000012`, as it stands on lists and in files. */
export function inquiryNumber(id: number): string {
  return `XC${String(id).padStart(6, '0')}`;
}

export const REPLY_REFUSALS = {
  'other-list': '不是这张协查单的行',
  'no-position': '名单里没有这个序号',
  'other-name': '姓名与名单不一致',
  twice: '同一序号出现了不止一次',
  'not-waiting': '该户已形成比对结论，不再接收回复',
  'bad-result': '协查结果须为“无情形”“有情形”或“查无此人”',
  'no-hit': '结果为“有情形”的要写命中情形',
  'needless-hit': '写了命中情形，但结果不是“有情形”',
  'too-long': '命中情形每项不超过 20 个字、至多 10 项，说明不超过 200 个字',
} as const;
export type ReplyRefusal = keyof typeof REPLY_REFUSALS;

export type ReplyRow = { number: string; position: string; name: string; result: string; hits: string; note: string };
export type Asked = { position: number; name: string; isWaiting: boolean };

const NAMED_RESULTS = new Map<string, Result>(RESULTS.map((result) => [RESULT_NAMES[result], result]));

/** A row of a department's file as an answer; undefined where nothing was filled in, or why it is refused. */
export function readReplyRow(
  row: ReplyRow,
  id: number,
  asked: ReadonlyMap<number, Asked>,
  taken: ReadonlySet<number>,
): { position: number; reply: Reply } | ReplyRefusal | undefined {
  const { result: word, note } = row;
  const hits = row.hits
    .split(/[、，,；;]/)
    .map((each) => each.trim())
    .filter(Boolean);
  if (word === '' && hits.length === 0 && note === '') return undefined;
  if (row.number.toUpperCase() !== inquiryNumber(id)) return 'other-list';
  const person = asked.get(Number(row.position));
  if (!/^\d{1,6}$/.test(row.position) || !person) return 'no-position';
  if (row.name !== '' && row.name !== person.name) return 'other-name';
  if (taken.has(person.position)) return 'twice';
  if (!person.isWaiting) return 'not-waiting';
  const result = NAMED_RESULTS.get(word);
  if (!result) return 'bad-result';
  if (result === 'hit' && hits.length === 0) return 'no-hit';
  if (result !== 'hit' && hits.length > 0) return 'needless-hit';
  const parsed = reply.safeParse({ result, hits, note });
  return parsed.success ? { position: person.position, reply: parsed.data } : 'too-long';
}

const MOST_HITS = 20;
const LONGEST_HIT = 40;
const LONGEST_NOTE = 500;

/** The answers about all persons of a household as the one reply its case takes. */
export function householdReply(answers: readonly { name: string; reply: Reply }[]): { hits: string[]; note: string } {
  const hits = answers.flatMap(({ name, reply }) => reply.hits.map((hit) => `${name}：${hit}`.slice(0, LONGEST_HIT)));
  const unknown = answers.filter(({ reply }) => reply.result === 'unknown').map(({ name }) => name);
  const notes = answers.filter(({ reply }) => reply.note !== '').map(({ name, reply }) => `${name}：${reply.note}`);
  const more = hits.length > MOST_HITS ? [`另有 ${hits.length - MOST_HITS} 项情形见协查单`] : [];
  const said = [...(unknown.length > 0 ? [`查无此人：${unknown.join('、')}`] : []), ...more, ...notes].join('；');
  return { hits: hits.slice(0, MOST_HITS), note: said.slice(0, LONGEST_NOTE) };
}
