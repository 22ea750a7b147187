// 公示: what hangs in the area today, what has come down, and the papers to hang out, all at once.

import { useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { casePath } from '../../../cases/domain/addresses.ts';
import { CATEGORY_NAMES } from '../../../cases/domain/words.ts';
import { WALK_NAMES } from '../../../process/domain/steps.ts';
import { NOTICE_LEVEL_NAMES } from '../../../process/domain/words.ts';
import { papers } from '../api.ts';
import { ApprovalList } from '../parts/approval-list.tsx';
import { noticesSearch } from '../searches.ts';

type NoticeItem = Awaited<ReturnType<typeof papers.client.notices>>['items'][number];

const COLUMNS: ListColumn<NoticeItem>[] = [
  { key: 'name', title: '户主（公示姓名）', width: 130, always: true, render: ({ name }) => name },
  { key: 'township', title: '苏木乡镇', render: ({ townshipName }) => townshipName },
  { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName },
  { key: 'members', title: '家庭人口', align: 'right', render: ({ memberCount }) => memberCount },
  {
    key: 'category',
    title: '拟定类别',
    render: ({ category }) => (category ? CATEGORY_NAMES[category] : '未确定'),
  },
  { key: 'walk', title: '事项', render: ({ walk }) => (walk === 'identification' ? '纳入监测' : WALK_NAMES[walk]) },
  { key: 'level', title: '公示范围', render: ({ level }) => NOTICE_LEVEL_NAMES[level] },
  { key: 'from', title: '开始', render: ({ from }) => from },
  { key: 'until', title: '最后一天', always: true, render: ({ until }) => until },
  { key: 'phone', title: '异议电话', render: ({ phone }) => phone || '未填写' },
];

export function NoticesPage() {
  const navigate = useNavigate();
  const mayOpen = useMay('cases.get');
  const mayPrint = useMay('papers.print-notices');
  const mayPrintList = useMay('papers.print-approvals');
  const { code: area } = useArea();
  const { search, change } = useAddress(noticesSearch);
  const state = search.state ?? 'running';
  return (
    <ListPage
      id="papers.notices"
      title="公示"
      unit="份"
      search={noticesSearch}
      filters={[]}
      columns={COLUMNS}
      rowKey={({ countyCode, id, walk, level, from }) => `${countyCode}-${id}-${walk}-${level}-${from}`}
      queryKey={papers.query.notices.key()}
      fetch={({ cursor, state: asked }, within, signal) =>
        papers.client.notices({ area: within, state: asked ?? 'running', cursor }, { signal })
      }
      {...(mayOpen
        ? { onOpen: (row: NoticeItem) => void navigate({ to: casePath(row), search: { tab: 'documents' } }) }
        : {})}
      actions={
        mayPrint && state === 'running' ? (
          <>
            <span className="sw-quiet">全部正在公示的</span>
            <DocumentActions address={{ path: 'papers/notices/print', query: { area }, name: '全部公示' }} />
          </>
        ) : null
      }
      emptyHint="民主评议通过、张贴公示后，会列在这里；期满后自动移到“已结束”。"
    >
      <div className="sw-filters">
        <Segmented
          aria-label="公示状态"
          value={state}
          onChange={(next) => change({ state: next === 'ended' ? 'ended' : undefined, cursor: undefined })}
          options={[
            { value: 'running', label: '正在公示' },
            { value: 'ended', label: '已结束' },
          ]}
        />
        <span className="sw-grow" />
        {mayPrintList ? <ApprovalList area={area} /> : null}
      </div>
    </ListPage>
  );
}
