// 监测对象: all cases of the area by their deadline, the most urgent first; every desk of the worklist is a filter.

import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { download } from '../../../../platform/web/downloads.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { STATE_NAMES, STATES, TURN_NAMES } from '../../../process/domain/steps.ts';
import { casePath } from '../../domain/addresses.ts';
import { CATEGORY_NAMES, CHANNEL_NAMES } from '../../domain/words.ts';
import { cases } from '../api.ts';
import { choicesOf } from '../forms/fields.ts';
import { CASE_COLUMNS, toneOfRow } from '../parts/case-columns.tsx';
import { NextAction, NextActionDialog } from '../parts/next-action.tsx';
import { passKind, ReadThrough } from '../parts/read-through.tsx';
import { DESK_NAMES, STAGE_NAMES } from '../parts/words.tsx';
import { type CasesSearch, casesSearch } from '../searches.ts';
import type { CaseItem } from '../types.ts';

const FILTERS: ListFilter[] = [
  { kind: 'choice', key: 'desk', label: '我的工作', choices: choicesOf(DESK_NAMES) },
  { kind: 'choice', key: 'stage', label: '阶段', choices: choicesOf(STAGE_NAMES) },
  { kind: 'choice', key: 'turn', label: '办理层级', choices: choicesOf(TURN_NAMES) },
  { kind: 'text', key: 'text', label: '查找', placeholder: '户主、拼音、户编号、嘎查村' },
  { kind: 'choice', key: 'category', label: '类别', more: true, choices: choicesOf(CATEGORY_NAMES) },
  { kind: 'choice', key: 'channel', label: '渠道', more: true, choices: choicesOf(CHANNEL_NAMES) },
  {
    ...{ kind: 'choice', key: 'state', label: '环节', more: true },
    choices: STATES.map((state) => ({ value: state, label: STATE_NAMES[state] })),
  },
];

type Reading = { rows: CaseItem[]; finish: () => void };

export function CasesPage() {
  const navigate = useNavigate();
  const mayPass = useMay('cases.pass-township');
  const mayApprove = useMay('cases.approve');
  const [acting, setActing] = useState<CaseItem>();
  const [reading, setReading] = useState<Reading>();
  const next: ListColumn<CaseItem> = {
    ...{ key: 'next', title: '办理', width: 126, always: true, fixed: 'right', control: true },
    render: (item) => <NextAction item={item} onOpen={setActing} />,
  };

  /** The selection goes once all were looked through, whatever was passed. */
  function read(rows: CaseItem[]): Promise<void> {
    return new Promise((finish) => setReading({ rows, finish }));
  }

  return (
    <>
      <ListPage
        id="cases.list"
        title="监测对象"
        unit="户"
        search={casesSearch}
        filters={FILTERS}
        columns={[...CASE_COLUMNS, next]}
        rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
        queryKey={cases.query.cases.key()}
        fetch={({ sort: _sort, ...search }: CasesSearch, area, signal) =>
          cases.client.cases({ ...search, area }, { signal })
        }
        onOpen={(row) => void navigate({ to: casePath(row) })}
        onExport={({ cursor: _cursor, sort: _sort, ...filter }, area) =>
          download('cases/export', { ...filter, area }, '监测对象.xlsx')
        }
        rowTone={toneOfRow}
        bulk={
          mayPass || mayApprove
            ? [
                {
                  label: '逐户阅览后通过',
                  allowed: (rows) => rows.every((row) => isPassable(row, mayPass, mayApprove)),
                  run: read,
                },
              ]
            : []
        }
        emptyHint="从线索登记立案后,个案会列在这里。"
      />
      {acting ? <NextActionDialog item={acting} onClose={() => setActing(undefined)} /> : null}
      {reading ? (
        <ReadThrough
          rows={reading.rows}
          onClose={() => {
            reading.finish();
            setReading(undefined);
          }}
        />
      ) : null}
    </>
  );
}

function isPassable(row: CaseItem, mayPass: boolean, mayApprove: boolean): boolean {
  const kind = passKind(row);
  return kind === 'pass-township' ? mayPass : kind !== undefined && mayApprove;
}
