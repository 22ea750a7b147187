// What one cadre answers for, and the list that is gone through when somebody else takes over.

import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { DetailPage, Section } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { HELD_NAMES, type HeldKind, postName } from '../../domain/chain.ts';
import { type CadreTold, duties } from '../api.ts';

const REGISTERS: Record<Exclude<HeldKind, 'case'>, string> = { project: 'projects', site: 'relocation-sites' };

type Term = CadreTold['terms'][number];
type Held = CadreTold['held'][number];

const TERM_COLUMNS: ListColumn<Term>[] = [
  { key: 'region', title: '地区', render: ({ regionName }) => regionName, width: 160 },
  {
    key: 'post',
    title: '岗位',
    render: ({ post, level, acting }) => `${postName(post, level)}${acting ? '（主持工作）' : ''}`,
    width: 160,
  },
  { key: 'since', title: '任职日期', render: ({ since }) => since, width: 110 },
  { key: 'until', title: '免职日期', render: ({ until }) => until ?? '在任', width: 110 },
];

const HELD_COLUMNS: ListColumn<Held>[] = [
  { key: 'kind', title: '类别', render: ({ kind }) => HELD_NAMES[kind], width: 120 },
  { key: 'title', title: '名称或户主', render: ({ title }) => title, width: 220 },
  { key: 'region', title: '地区', render: ({ regionName }) => regionName, width: 150 },
  { key: 'due', title: '期限', render: ({ dueOn }) => dueOn ?? '', width: 110 },
];

export function CadrePage() {
  const navigate = useNavigate();
  const { number = '' }: { number?: string } = useParams({ strict: false });
  const query = useQuery(duties.query.cadre.queryOptions({ input: { number } }));
  const mayPrint = useMay('duties.handover-paper');
  if (query.isPending) return <Loading rows={8} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const { name, unit, title, asOf, terms, held } = query.data;

  function open({ kind, subject }: Held) {
    if (kind === 'case') void navigate({ to: `/cases/${subject}` });
    else
      void navigate({
        to: '/registers/$code',
        params: { code: REGISTERS[kind] },
        search: (old: object) => ({ ...old, text: subject }),
      });
  }

  return (
    <DetailPage
      title={name}
      note={[unit, title, `截至 ${asOf}`].filter(Boolean).join(' · ')}
      listPath="/registers/cadres"
      actions={
        mayPrint ? (
          <DocumentActions
            address={{ path: `/duties/cadres/${encodeURIComponent(number)}/paper`, name: '责任交接清单' }}
          />
        ) : null
      }
    >
      <Section title="责任岗位">
        <SmallTable
          label="责任岗位"
          columns={TERM_COLUMNS}
          rows={terms}
          rowKey={({ post, regionName, since }) => `${post} ${regionName} ${since}`}
          none="没有登记责任岗位。"
        />
      </Section>
      <Section title={`名下的对象 ${held.length} 个`}>
        <p className="sw-quiet">监测对象、项目按姓名在本旗县内查找，同名的请核对。离任以前要先移交给接任的人。</p>
        <SmallTable
          label="名下的对象"
          columns={HELD_COLUMNS}
          rows={held}
          rowKey={({ kind, subject }) => `${kind} ${subject}`}
          onOpen={open}
          none="名下没有需要移交的对象。"
        />
      </Section>
    </DetailPage>
  );
}
