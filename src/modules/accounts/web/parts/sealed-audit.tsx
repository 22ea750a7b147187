// How far the audit trail is sealed, and its export for somebody who checks it on another machine.

import { useQuery } from '@tanstack/react-query';
import { DatePicker, Drawer, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { Facts, Section } from '../../../../platform/web/detail-page.tsx';
import { DownloadButton } from '../../../../platform/web/file-jobs/download-button.tsx';
import { formatCount, formatInstant } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { accounts } from '../api.ts';

const DAY = 'YYYY-MM-DD';

export function SealedAudit({ onClose }: { onClose: () => void }) {
  const query = useQuery(accounts.query.auditSeals.queryOptions());
  return (
    <Drawer open size={560} title="日志封存与导出" onClose={onClose}>
      {query.isPending ? <Loading rows={4} /> : null}
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? <State state={query.data} /> : null}
      <ExportForm />
    </Drawer>
  );
}

type SealedState = Awaited<ReturnType<typeof accounts.client.auditSeals>>;

function State({ state: { seals, sealedAt, unsealed, keyId, head } }: { state: SealedState }) {
  return (
    <Section title="封存情况">
      <p>日志每十分钟封存一次。封存后任何改动、删除、移动都能查出来；还没有封存的查不出来。</p>
      <Facts
        facts={[
          { label: '本区域已封存', value: `${formatCount(seals)} 段` },
          { label: '最近封存', value: formatInstant(sealedAt) },
          { label: '尚未封存', value: `${formatCount(unsealed)} 条` },
          { label: '公钥指纹', value: keyId },
          { label: '链头', value: head, wide: true },
        ]}
      />
      <p className="sw-quiet">
        请定期把公钥指纹和链头抄录或打印，由审计单位另行保管：整段删除最新的日志只有对照链头才能发现。
      </p>
      <DownloadButton
        operation="accounts.audit-key"
        path="/audit/key"
        fallbackName="日志验签公钥.pem"
        label="下载公钥"
      />
    </Section>
  );
}

function ExportForm() {
  const [days, setDays] = useState<[Dayjs, Dayjs]>([dayjs().startOf('month'), dayjs()]);
  const [from, to] = days.map((each) => each.format(DAY));
  return (
    <Section title="导出已封存的日志">
      <p>导出本区域已封存的日志。在另一台电脑上用命令 shouwang audit verify 核对，不需要连接数据库。</p>
      <Form layout="vertical">
        <Form.Item label="日期">
          <DatePicker.RangePicker
            className="sw-wide"
            allowClear={false}
            value={days}
            onChange={(chosen) => {
              const [first, last] = chosen ?? [];
              if (first && last) setDays([first, last]);
            }}
          />
        </Form.Item>
      </Form>
      <DownloadButton
        operation="accounts.export-audit"
        path={`/audit/export?from=${from}&to=${to}`}
        fallbackName={`操作日志-${from}-${to}.jsonl.gz`}
        label="导出日志"
      />
    </Section>
  );
}
