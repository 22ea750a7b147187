// A route whose answer is one paper without pictures: read with the rights of who asks, recorded, and rendered as the file that was asked for.

import type * as z from 'zod';
import type { OperationMeta } from '../../../kernel/operation.ts';
import type { TablePaperFormat } from '../../../kernel/papers/formats.ts';
import type { OfficialDocument } from '../../../kernel/papers/model.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { AuditEntry } from '../audit.ts';
import { dayOn } from '../clock.ts';
import type { Tx } from '../db.ts';
import type { OperationContext } from '../http/context.ts';
import { type RawRoute, rawRoute } from '../http/raw-route.ts';
import { answerPaper, checkFormat } from './answer-file.ts';

type Built = {
  document: OfficialDocument;
  /** Name of the file; the document's own where none is given. */
  title?: string;
  /** What was read, for the trail, which adds operation and format. */
  audit: Omit<AuditEntry, 'operation' | 'after'> & { after?: object };
};

type Route<Input extends z.ZodType, From extends unknown[]> = Pick<OperationMeta, 'name' | 'roles'> & {
  /** Reads much: takes its turn among the heavy. */
  heavy?: true;
  path: string;
  input: Input;
  pageNumbers?: boolean;
  build: (...from: From) => Promise<Built>;
};

/** Reads and builds within one transaction; `today` is the day of the clock. */
type PaperRoute<Input extends z.ZodType> = Route<Input, [tx: Tx, asked: z.output<Input>, today: PlainDate]>;
/** Counts in transactions of its own, as the page does; what came out is recorded afterwards. */
type CountedPaperRoute<Input extends z.ZodType> = Route<Input, [context: OperationContext, asked: z.output<Input>]>;

const metaOf = ({ name, roles, heavy }: Pick<OperationMeta, 'name' | 'roles'> & { heavy?: true }) => ({
  ...{ name, roles, writes: false, offline: false, quota: 'export' as const },
  ...(heavy ? { heavy } : {}),
});

export function countedPaperRoute<Input extends z.ZodType<{ format: TablePaperFormat }>>(
  route: CountedPaperRoute<Input>,
): RawRoute {
  const { name, path, input, pageNumbers = true, build } = route;
  return rawRoute({
    meta: metaOf(route),
    method: 'GET',
    path,
    input,
    answer: async (context, asked) => {
      const { format } = asked;
      checkFormat(format, context.spend);
      const { document, title = document.title, audit } = await build(context, asked);
      await context.db.write(context.actor, undefined, async () => ({
        result: undefined,
        audit: { ...audit, operation: name, after: { ...audit.after, format } },
      }));
      return answerPaper(context.actor.accountId, document, format, { title, pageNumbers });
    },
  });
}

export function paperRoute<Input extends z.ZodType<{ format: TablePaperFormat }>>(route: PaperRoute<Input>): RawRoute {
  const { name, path, input, pageNumbers = true, build } = route;
  return rawRoute({
    meta: metaOf(route),
    method: 'GET',
    path,
    input,
    answer: async ({ db, actor, services, spend }, asked) => {
      const { format } = asked;
      checkFormat(format, spend);
      const { document, title } = await db.write(actor, undefined, async (tx) => {
        const { audit, ...built } = await build(tx, asked, dayOn(services.clock));
        return { result: built, audit: { ...audit, operation: name, after: { ...audit.after, format } } };
      });
      return answerPaper(actor.accountId, document, format, { title: title ?? document.title, pageNumbers });
    },
  });
}
