// Columns of lists of inquiries.

import { StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { formatCount, formatInstant } from '../../../../platform/web/numbers.ts';
import type { InquiryItem } from '../types.ts';

function State({ waiting }: InquiryItem) {
  return waiting > 0 ? (
    <StateTag tone="orange">待回复 {formatCount(waiting)} 人</StateTag>
  ) : (
    <StateTag tone="green">已回复</StateTag>
  );
}

export const INQUIRY_COLUMNS: ListColumn<InquiryItem>[] = [
  { key: 'number', title: '协查单号', render: ({ number }) => number, width: 100, always: true },
  { key: 'department', title: '部门', render: ({ departmentTitle }) => departmentTitle, width: 80, always: true },
  { key: 'region', title: '旗县', render: ({ regionName }) => regionName, width: 120 },
  { key: 'state', title: '状态', render: State, width: 130, always: true },
  { key: 'households', title: '户数', render: (row) => formatCount(row.households), width: 76, align: 'right' },
  { key: 'persons', title: '人数', render: (row) => formatCount(row.persons), width: 76, align: 'right' },
  { key: 'answered', title: '已回复', render: (row) => formatCount(row.answered), width: 76, align: 'right' },
  { key: 'account', title: '发起人', render: ({ accountName }) => accountName, width: 90 },
  { key: 'at', title: '发起时间', render: ({ at }) => formatInstant(at), width: 136 },
  { key: 'sentAt', title: '名单下载', render: ({ sentAt }) => formatInstant(sentAt), width: 136 },
];

export function inquiryPath({ id }: Pick<InquiryItem, 'id'>): string {
  return `/inquiries/${id}`;
}
