// One statement: its text at the left; at the right how it reads with the figures of its day, what is to be checked, another day.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Form, Tabs } from 'antd';
import { useMemo } from 'react';
import { useConfirm } from '../../../../platform/web/confirm.ts';
import { DetailPage, StateTag } from '../../../../platform/web/detail-page.tsx';
import { formatInstant } from '../../../../platform/web/numbers.ts';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { newRequestId } from '../../../../platform/web/request-id.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { KINDS } from '../../domain/kinds.ts';
import { type Rendered, renderStatement } from '../../domain/render.ts';
import { STATEMENT_STATES, STATEMENT_TITLES } from '../../domain/statement-register.ts';
import { parseTemplate } from '../../domain/template.ts';
import { type StatementShown, statements, type ToldFigure } from '../api.ts';
import { AppendixTables } from '../parts/appendix.tsx';
import { Claims } from '../parts/claims.tsx';
import { Editor, type Typed } from '../parts/editor.tsx';
import { PaperText } from '../parts/paper-text.tsx';
import { TwoDays } from '../parts/two-days.tsx';
import '../statements.css';

export function StatementPage() {
  const { county = '', id = '' }: { county?: string; id?: string } = useParams({ strict: false });
  const key = { countyCode: Number(county), id: Number(id) };
  const query = useQuery(statements.query.show.queryOptions({ input: key }));
  if (query.isPending) return <Loading rows={12} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <OneStatement statement={query.data as StatementShown} />;
}

/** How the text reads with figures of a day: what is typed is seen at once. */
function useRendering(statement: StatementShown, body: string) {
  return useMemo(() => {
    const template = parseTemplate(body);
    const confirmed = new Set(statement.confirmed.map(({ claim }) => claim));
    const { place, publishOn } = statement;
    return (figures: readonly ToldFigure[], day: string): Rendered =>
      renderStatement(template, {
        ...{ place, day, publishedOn: publishOn, confirmed },
        figures: new Map(figures.map((figure) => [figure.id, figure])),
      });
  }, [statement, body]);
}

function OneStatement({ statement }: { statement: StatementShown }) {
  const { countyCode, id, number, title, state, asOf, publishOn, place, frozen } = statement;
  const [form] = Form.useForm<Typed>();
  const body = Form.useWatch('body', form) ?? statement.body;
  const render = useRendering(statement, body);
  const counted = useQuery({
    ...statements.query.figures.queryOptions({ input: { countyCode, id } }),
    enabled: frozen === undefined,
  });
  const figures = frozen?.figures ?? counted.data?.figures;
  return (
    <DetailPage
      title={title}
      state={<StateTag tone={state === 'approved' ? 'green' : 'plain'}>{STATEMENT_STATES.names[state]}</StateTag>}
      note={`${number} · ${place.name} · 时点 ${asOf} · ${publishOn} 发布`}
      listPath="/registers/statements"
      actions={<Deeds statement={statement} />}
    >
      <div className="sw-statement">
        <Editor statement={statement} form={form} />
        <div className="sw-statement-paper">
          {counted.isLoading ? <Loading rows={10} /> : null}
          {counted.isError ? <Failed error={counted.error} onRetry={() => void counted.refetch()} /> : null}
          {figures ? <Reading statement={statement} figures={figures} render={render} /> : null}
        </div>
      </div>
    </DetailPage>
  );
}

type ReadingProps = {
  statement: StatementShown;
  figures: readonly ToldFigure[];
  render: (figures: readonly ToldFigure[], day: string) => Rendered;
};

function Reading({ statement, figures, render }: ReadingProps) {
  const { kind, asOf, place, frozen } = statement;
  const { blocks, notes, claims } = render(figures, asOf);
  const open = claims.filter(({ key, holds }) => holds && !statement.confirmed.some(({ claim }) => claim === key));
  return (
    <Tabs
      items={[
        {
          key: 'read',
          label: '成稿',
          children: (
            <>
              {frozen ? (
                <p className="sw-quiet">
                  数为 {formatInstant(frozen.knownAt)} 由 {frozen.by} 送审时的数，不再变化。
                </p>
              ) : null}
              <PaperText blocks={blocks} asked={{ area: place.code, day: asOf }} />
            </>
          ),
        },
        {
          key: 'check',
          label: `核对（${notes.length + open.length}）`,
          children: (
            <>
              <ul className="sw-list">
                {notes.map(({ line, text }) => (
                  <li key={`${line}-${text}`}>
                    第 {line} 行：{text}。
                  </li>
                ))}
              </ul>
              {notes.length === 0 ? <p className="sw-quiet">所有分句都有数据。</p> : null}
              <Claims statement={statement} claims={claims} />
            </>
          ),
        },
        {
          key: 'days',
          label: '两个时点比较',
          children: <TwoDays statement={statement} figures={figures} render={render} />,
        },
        ...(KINDS[kind].hasAppendix
          ? [{ key: 'appendix', label: '附表', children: <AppendixTables statement={statement} /> }]
          : []),
      ]}
    />
  );
}

function Deeds({ statement }: { statement: StatementShown }) {
  const { kind, countyCode, id, number, version, state, asOf } = statement;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const maySubmit = useMay('statements.submit') && state === 'draft';
  const paper = {
    path: `statements/${countyCode}/${id}/paper`,
    sheet: true,
    name: `${STATEMENT_TITLES[kind]} ${number}`,
  };
  return (
    <>
      {maySubmit ? (
        <Button
          type="primary"
          onClick={() =>
            confirm({
              title: '送审',
              what: `按 ${asOf} 的数定稿，由另一人审定。送审后正文和数不能再改，退回修改后才能改。请先保存正文。`,
              deed: '送审',
              run: async () => {
                await statements.client.submit({ countyCode, id, requestId: newRequestId(), version });
                await queries.invalidateQueries({ queryKey: statements.query.key() });
              },
            })
          }
        >
          送审
        </Button>
      ) : null}
      {state === 'draft' ? null : <DocumentActions address={paper} />}
      <Button
        onClick={() =>
          void navigate({
            ...{ to: '/registers/$code', params: { code: 'statements' } },
            search: { record: `${countyCode}-${id}` },
          })
        }
      >
        {state === 'submitted' ? '审定或退回' : '在台账里查看'}
      </Button>
    </>
  );
}
