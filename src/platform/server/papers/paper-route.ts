// A route whose answer is one paper without pictures: read with the rights of who asks, recorded, and rendered as the file that was asked for.

import type * as z from 'zod';
import type { OperationMeta } from '../../../kernel/operation.ts';
import type { TablePaperFormat } from '../../../kernel/papers/formats.ts';
import type { OfficialDocument } from '../../../kernel/papers/model.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { AuditEntry } from '../audit.ts';
import { dayOn } from '../clock.ts';
import type { Tx } from '../db.ts';
import { type RawRoute, rawRoute } from '../http/raw-route.ts';
import { answerPaper, checkFormat } from './answer-file.ts';

type Built = {
  document: OfficialDocument;
  /** Name of the file; the document's own where none is given. */
  title?: string;
  /** What was read, for the trail, which adds operation and format. */
  audit: Omit<AuditEntry, 'operation' | 'after'> & { after?: object };
};

type PaperRoute<Input extends z.ZodType> = Pick<OperationMeta, 'name' | 'roles'> & {
  /** Reads much: takes its turn among the heavy. */
  heavy?: true;
  path: string;
  input: Input;
  pageNumbers?: boolean;
  /** Reads and builds within one transaction; `today` is the day of the clock. */
  build: (tx: Tx, asked: z.output<Input>, today: PlainDate) => Promise<Built>;
};

export function paperRoute<Input extends z.ZodType<{ format: TablePaperFormat }>>(route: PaperRoute<Input>): RawRoute {
  const { name, roles, heavy, path, input, pageNumbers = true, build } = route;
  return rawRoute({
    meta: { name, roles, writes: false, offline: false, quota: 'export', ...(heavy ? { heavy } : {}) },
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
