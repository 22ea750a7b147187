// What is wrong with an input, in Chinese and by the field's name on the screen (`title` in the schema's meta).

import * as z from 'zod';
import { Problem } from '../../../kernel/problem.ts';

type Issue = { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined };

/** Sentences for schemas that bring none of their own. */
export function speakChinese(): void {
  z.config({ localeError: (issue) => sentenceOf(issue) });
}

function sentenceOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? '没有填写' : '类型不对';
    case 'too_small':
      return issue.origin === 'string' ? `至少 ${issue.minimum} 个字` : `不能小于 ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string' ? `不能超过 ${issue.maximum} 个字` : `不能大于 ${issue.maximum}`;
    case 'invalid_value':
      return '不在可选范围内';
    case 'invalid_format':
      return issue.format === 'date' ? '不是有效日期，应如 2022-05-31' : '格式不对';
    default:
      return '不符合要求';
  }
}

/** The first three issues of a refused input as one Problem; `field` lets a form mark the place. */
export function invalidInput(issues: readonly Issue[], schema: unknown): Problem {
  const told = issues.slice(0, 3).map(({ message, path = [] }) => {
    const keys = path.map((part) => String(typeof part === 'object' ? part.key : part));
    const title = keys.length === 0 ? '' : titleOf(schema, keys);
    // A sentence of its own (请填写线索内容) names the field already.
    return message.startsWith('请') || message.includes(title) ? message : `${title}${message}`;
  });
  const field = String(
    issues[0]?.path?.map((part) => String(typeof part === 'object' ? part.key : part)).join('.') ?? '',
  );
  return new Problem('kernel.invalid-input', { what: told.join('；'), field });
}

/** The title given to the field in the contract, else its own name. */
function titleOf(schema: unknown, keys: string[]): string {
  let at: unknown = schema;
  let title: string | undefined;
  for (const key of keys) {
    at = step(at, key);
    title = findTitle(at) ?? title;
  }
  return title ?? `“${keys.join('.')}”`;
}

function step(schema: unknown, key: string): unknown {
  const bare = unwrap(schema);
  if (bare instanceof z.ZodObject) return bare.shape[key];
  if (bare instanceof z.ZodArray) return bare.element;
  return undefined;
}

function inner(schema: unknown): unknown {
  if (schema instanceof z.ZodPipe) return schema.in;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return schema.unwrap();
  return undefined;
}

function unwrap(schema: unknown): unknown {
  const next = inner(schema);
  return next === undefined ? schema : unwrap(next);
}

function findTitle(schema: unknown): string | undefined {
  for (let at = schema; at instanceof z.ZodType; at = inner(at)) {
    const title = at.meta()?.title;
    if (title) return title;
  }
  return undefined;
}
