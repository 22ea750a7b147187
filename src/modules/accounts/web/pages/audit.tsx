// 操作日志: who did or saw what, when and from where; an entry opens with what it changed.

import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { AuditWords } from '../../../../kernel/audit-words.ts';
import { Facts, Section } from '../../../../platform/web/detail-page.tsx';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { formatInstant, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { accounts } from '../api.ts';
import { AuditDiff } from '../parts/audit-diff.tsx';
import { roleName } from '../parts/role-name.ts';
import { SealedAudit } from '../parts/sealed-audit.tsx';
import { auditSearch } from '../searches.ts';
import type { AuditEntry } from '../types.ts';

const FILTERS: ListFilter[] = [
  { kind: 'text', key: 'account', label: '用户', placeholder: '姓名或用户名' },
  { kind: 'text', key: 'operation', label: '操作', placeholder: '操作名称' },
  { kind: 'text', key: 'subject', label: '户或人', placeholder: '户编号、姓名、姓名加证件后四位' },
  { kind: 'days', key: 'from', endKey: 'to', label: '时间' },
];

const COLUMNS: ListColumn<AuditEntry>[] = [
  { key: 'at', title: '时间', render: ({ at }) => formatInstant(at, 'second'), width: 154, always: true },
  { key: 'account', title: '用户', render: ({ accountName }) => accountName, width: 100, always: true },
  { key: 'role', title: '角色', render: ({ role }) => roleName(role), width: 140 },
  { key: 'operation', title: '操作', render: ({ operationTitle }) => operationTitle, width: 170, always: true },
  { key: 'subject', title: '对象', render: subjectOf, width: 150 },
  { key: 'region', title: '区域', render: ({ regionName }) => regionName, width: 120 },
  { key: 'reason', title: '原因', render: ({ reason }) => reason || UNKNOWN, width: 190 },
  { key: 'ip', title: '来源地址', render: ({ ip }) => ip, width: 120, spare: true },
  { key: 'requestId', title: '请求编号', render: ({ requestId }) => requestId, width: 280, spare: true },
];

function subjectOf({ subjectTitle, subjectId }: AuditEntry): string {
  return `${subjectTitle} ${subjectId}`;
}

/** `words`: how what each slice recorded is read. */
export function AuditPage({ words }: { words: AuditWords }) {
  const maySeals = useMay('accounts.audit-seals');
  const [open, setOpen] = useState<AuditEntry>();
  const [isSealed, setSealed] = useState(false);
  return (
    <>
      <ListPage
        id="accounts.audit"
        title="操作日志"
        unit="条"
        search={auditSearch}
        filters={FILTERS}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        queryKey={accounts.query.searchAudit.key()}
        fetch={(search, area, signal) => accounts.client.searchAudit({ ...search, area }, { signal })}
        onOpen={setOpen}
        actions={maySeals ? <Button onClick={() => setSealed(true)}>封存与导出</Button> : null}
      />
      {isSealed ? <SealedAudit onClose={() => setSealed(false)} /> : null}
      {open ? <EntryDrawer entry={open} words={words} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}

type EntryDrawerProps = { entry: AuditEntry; words: AuditWords; onClose: () => void };

function EntryDrawer({ entry, words, onClose }: EntryDrawerProps) {
  return (
    <Drawer open size={720} title={`操作日志 ${entry.id}`} onClose={onClose}>
      <Section title="何人何时">
        <Facts
          facts={[
            { label: '时间', value: formatInstant(entry.at, 'second') },
            { label: '用户', value: entry.accountName },
            { label: '角色', value: roleName(entry.role) },
            { label: '来源地址', value: entry.ip },
            { label: '操作', value: `${entry.operationTitle}（${entry.operation}）` },
            { label: '对象', value: subjectOf(entry) },
            { label: '区域', value: entry.regionName },
            { label: '原因', value: entry.reason || UNKNOWN },
            { label: '请求编号', value: entry.requestId || UNKNOWN, wide: true },
          ]}
        />
      </Section>
      <Section title="变更内容">
        <AuditDiff before={entry.before} after={entry.after} words={words[entry.subjectKind]} />
      </Section>
    </Drawer>
  );
}
