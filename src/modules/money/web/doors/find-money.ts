// What the search box of the frame finds of the money: an amount, or the number of a document.

import type { SearchHit } from '../../../../platform/web/frame/shell.tsx';
import { formatMoney } from '../../../../platform/web/numbers.ts';
import { documentPath, projectPath } from '../../domain/addresses.ts';
import { money } from '../api.ts';

const WHAT = { document: '下达', allocation: '分配到项目', payment: '支付' } as const;

export async function findMoney(text: string, signal: AbortSignal): Promise<SearchHit[]> {
  const found = await money.client.find({ text }, { signal });
  return found.map(({ what, number, title, on, amountFen, projectNumber }) => ({
    key: `${what} ${number}`,
    title: `${WHAT[what]} ${formatMoney(amountFen)} 元`,
    note: [title, on].join(' · '),
    path: projectNumber === undefined ? documentPath(number) : projectPath(projectNumber),
  }));
}
