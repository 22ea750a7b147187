// A route whose answer is a file: it cannot be an operation of the contract, because that speaks JSON. Access, audit and
// errors are the same.

import type { Readable } from 'node:stream';
import type * as z from 'zod';
import type { OperationMeta } from '../../../kernel/operation.ts';
import type { OperationContext } from './context.ts';

export type FileAnswer = { headers: Record<string, string>; body: Readable | Buffer | string };

export type RawRoute<Input extends z.ZodType = z.ZodType> = {
  meta: OperationMeta;
  method: 'GET' | 'POST';
  /** Below `/api`, in Fastify's form: `/feeds/batches/:id/quarantine`. */
  path: string;
  /** Of path parameters and query together. */
  input: Input;
  answer: (context: OperationContext, input: z.output<Input>) => Promise<FileAnswer>;
};

/** Declares one with its input typed; a list of them is `RawRoute[]`. */
export function rawRoute<Input extends z.ZodType>(route: RawRoute<Input>): RawRoute {
  return route as unknown as RawRoute;
}
