// Operations of official documents: what a case has to offer, and the notices of an area. The files themselves are raw
// routes (server/document-downloads.ts).

import * as z from 'zod';
import { day, regionCode } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf, READERS } from '../../../kernel/operation.ts';
import { PAPER_FORMATS } from '../../../kernel/papers/formats.ts';
import { caseKey } from '../../cases/domain/schemas.ts';
import { CATEGORIES } from '../../cases/domain/words.ts';
import { WALKS } from '../../process/domain/steps.ts';
import { NOTICE_LEVELS } from '../../process/domain/words.ts';
import { DOCUMENT_KEYS } from './documents/catalogue.ts';
import { NOTICE_STATES } from './notice-states.ts';

export { NOTICE_STATES } from './notice-states.ts';

const offer = z.object({ key: z.enum(DOCUMENT_KEYS), title: z.string(), ready: z.boolean(), why: z.string() });

/** What hangs out, and the key of its case to open it by: no other field of the records. */
export const noticeItem = z.object({
  countyCode: z.number().int(),
  id: z.number().int(),
  walk: z.enum(WALKS),
  level: z.enum(NOTICE_LEVELS),
  name: z.string(),
  villageName: z.string(),
  townshipName: z.string(),
  memberCount: z.number().int(),
  category: z.enum(CATEGORIES).optional(),
  from: z.string(),
  until: z.string(),
  phone: z.string(),
});

const format = z.enum(PAPER_FORMATS).default('html');
export const documentInput = caseKey.extend({ document: z.enum(DOCUMENT_KEYS), format });
export const noticePapersInput = z.object({ area: regionCode.optional(), format });
export const approvalPapersInput = z.object({ area: regionCode.optional(), day, format });

export const papersContract = {
  documents: operation({ name: 'papers.documents', roles: READERS })
    .route({ method: 'GET', path: '/cases/{countyCode}/{id}/documents', summary: '个案文书目录' })
    .input(caseKey)
    .output(z.array(offer)),

  notices: operation({ name: 'papers.notices', roles: READERS })
    .route({ method: 'GET', path: '/papers/notices', summary: '公示列表' })
    .input(
      z
        .object({ area: regionCode.optional(), state: z.enum(NOTICE_STATES).default('running') })
        .extend(pageInput.shape),
    )
    .output(pageOf(noticeItem)),
};
