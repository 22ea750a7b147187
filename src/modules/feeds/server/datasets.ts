// What the definitions say to people: which column takes what, and who may hand in which dataset.

import { Problem } from '../../../kernel/problem.ts';
import type { Actor } from '../../../platform/server/actor.ts';
import type { ColumnName } from '../domain/column-names.ts';
import { FEEDS } from '../domain/datasets/index.ts';
import type { FeedColumn, FeedDefinition } from '../domain/feed-definition.ts';
import { getFeed } from './loading/load-batch.ts';

/** Datasets the actor may see and hand in: a data officer those of its department, anybody else all. */
export function datasetsOf(actor: Actor): readonly FeedDefinition[] {
  if (actor.role !== 'data-officer') return FEEDS;
  return FEEDS.filter((feed) => feed.department === actor.department);
}

/** The definition, if the actor may hand it in. Throws `feeds.no-dataset` or `feeds.other-department`. */
export function getOwnDataset(actor: Actor, code: string): FeedDefinition {
  const definition = getFeed(code);
  if (!datasetsOf(actor).includes(definition))
    throw new Problem('feeds.other-department', { title: definition.title, department: definition.departmentTitle });
  return definition;
}

/** Throws `feeds.no-such-column`. */
export function refuseUnknownColumns({ title, columns }: FeedDefinition, names: readonly ColumnName[]): void {
  const stray = names.find(({ column }) => !columns.some((each) => each.title === column));
  if (stray) throw new Problem('feeds.no-such-column', { title, column: stray.column });
}

/** The form of a cell, in words. */
export function formOf({ kind, values }: FeedColumn): string {
  switch (kind) {
    case 'id':
      return '18 位公民身份号码或残疾人证号，可以留空';
    case 'name':
      return '姓名，可以留空';
    case 'village':
      return '12 位嘎查村代码';
    case 'date':
      return '日期，如 2022-05-31';
    case 'month':
      return '月份，如 2022-05';
    case 'year':
      return '年度，如 2022';
    case 'school-year':
      return '学年，如 2021-2022';
    case 'amount':
      return '金额（元），如 1234.50';
    case 'list':
      return distinctWords(values ?? {}).join('、');
    case 'serial':
      return '流水号，不重复';
    case 'text':
      return '文字';
  }
}

/** One word for each number: `A`, not also `a` and `A级`. */
function distinctWords(values: Readonly<Record<string, number>>): string[] {
  const first = new Map<number, string>();
  for (const [word, number] of Object.entries(values)) if (!first.has(number)) first.set(number, word);
  return [...first.values()];
}

/** A definition as the contract answers it. */
export function describeDataset(definition: FeedDefinition) {
  const { code, title, department, departmentTitle, subject, purpose, columns } = definition;
  return {
    code,
    title,
    department,
    departmentTitle,
    subject,
    purpose,
    columns: columns.map((column) => ({
      title: column.title,
      required: column.required,
      form: formOf(column),
      synonyms: [...(column.synonyms ?? [])],
    })),
    exampleHeader: columns.map((column) => column.title),
  };
}
