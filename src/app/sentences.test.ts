// What people are told: a refused input names no field twice in one sentence, and the trail is read in Chinese.

import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import * as z from 'zod';
import { listProgramFiles } from '../../test/architecture/imports.ts';
import { invalidInput, speakChinese } from '../platform/server/http/input-sentences.ts';
import { rawRoutes } from './api.ts';
import { AUDIT_TITLES } from './audit-titles.ts';
import { contract } from './contract.ts';

speakChinese();

type Described = { '~orpc'?: { inputSchema?: z.ZodType; meta?: { name: string } } };

/** Every operation's name and input schema. */
function inputs(at: object): [string, z.ZodType][] {
  const own = (at as Described)['~orpc'];
  if (own) return own.inputSchema ? [[own.meta?.name ?? '', own.inputSchema]] : [];
  return Object.values(at).flatMap((each: object) => inputs(each));
}

function keysOf(schema: unknown): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  return schema instanceof z.ZodType && 'innerType' in schema.def ? keysOf(schema.def.innerType) : [];
}

const DOUBLED = /(\p{Script=Han}{2,}?)(?:\p{Script=Han}{0,3}请)?(?:填写|选择|写明)\1|(\p{Script=Han}{3,})\2/u;

const emptied = (schema: unknown) => Object.fromEntries(keysOf(schema).map((key) => [key, ''] as const));

test.each(inputs(contract))('%s', (_name, schema) => {
  const shape = schema instanceof z.ZodObject ? schema.shape : {};
  const detail = 'detail' in shape ? emptied(shape.detail) : {};
  for (const given of [{}, emptied(schema), { ...emptied(schema), detail }]) {
    const { error } = schema.safeParse(given);
    for (const issue of error?.issues ?? []) expect(invalidInput([issue], schema).message).not.toMatch(DOUBLED);
  }
});

test('a sentence of its own stands alone, any other begins with the field', () => {
  const schema = z.object({
    text: z.string().min(4, '请填写线索内容，至少 4 个字').meta({ title: '线索内容' }),
    n: z.number().meta({ title: '人数' }),
  });
  const { error } = schema.safeParse({ text: '' });
  expect(invalidInput(error?.issues ?? [], schema).message).toContain('：请填写线索内容，至少 4 个字；人数没有填写');
});

/** Kinds of subjects that the servers write out; those of registers come from their definitions. */
function kindsRecorded(): string[] {
  const texts = listProgramFiles('.', 'src').map((file) => readFileSync(file, 'utf8'));
  const found = texts.flatMap((text) => [...text.matchAll(/subjectKind: '([a-z-]+)'/g)].map(([, kind = '']) => kind));
  return [...new Set(found)].sort();
}

const CHINESE = /[\u4e00-\u9fff]/;

describe('the audit trail', () => {
  it.each(rawRoutes.map(({ meta }) => meta.name))('has words for the file route %s', (name) => {
    expect(AUDIT_TITLES.operations.get(name)).toMatch(CHINESE);
  });

  it.each(kindsRecorded())('has a word for what is recorded of: %s', (kind) => {
    expect(AUDIT_TITLES.subjects.get(kind)).toMatch(CHINESE);
  });

  it.each([...AUDIT_TITLES.operations])('says %s in Chinese', (_, title) => {
    expect(title).toMatch(CHINESE);
  });
});
