// 监测对象: all cases of the area by their deadline, the most urgent first; every desk of the worklist is a filter.

import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { download } from '../../../../platform/web/downloads.ts';
import { choicesOf } from '../../../../platform/web/form/index.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { BulkAction, ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { keepTrail } from '../../../../platform/web/list/trail.tsx';
import { useViewer } from '../../../../platform/web/viewer.tsx';
import { ACTIONS } from '../../../cases/domain/actions.ts';
import { type CaseKey, casePath } from '../../../cases/domain/addresses.ts';
import { BULK_KINDS, type BulkKind } from '../../../cases/domain/bulk-act.ts';
import { STEP_OF as STEP_OF_KIND } from '../../../cases/domain/refuse-action.ts';
import { CATEGORY_NAMES } from '../../../cases/domain/words.ts';
import type { CaseItem } from '../../../cases/web/doors/rows.ts';
import { CASE_COLUMNS, NextAction, NextActionDialog, toneOfRow, useNextKind } from '../../../cases/web/doors/rows.ts';
import type { CaseDeed } from '../../../cases/web/index.tsx';
import { CHANNEL_NAMES } from '../../../clues/domain/words.ts';
import { STATE_NAMES, STATES, stepOf, TURN_NAMES } from '../../../process/domain/steps.ts';
import type { CaseFilter } from '../../domain/case-filter.ts';
import { DESK_NAMES, STAGE_NAMES } from '../../domain/desks.ts';
import { caseload } from '../api.ts';
import { BulkDialog, type BulkOf } from '../bulk/bulk-dialog.tsx';
import { ReadThrough } from '../home/read-through.tsx';
import { type CasesSearch, casesSearch } from '../searches.ts';

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

/** `own`: only those this account is responsible for. */
export function CasesPage({ caseDeeds, own = false }: { caseDeeds: CaseDeed[]; own?: boolean }) {
  const navigate = useNavigate();
  const { operations, role } = useViewer();
  const kindOf = useNextKind();
  const [bulk, setBulk] = useState<BulkOf>();
  const [acting, setActing] = useState<CaseItem>();
  const [deed, setDeed] = useState<{ of: CaseDeed; cases: CaseKey[] }>();
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
        id={own ? 'cases.my-households' : 'caseload.list'}
        title={own ? '我帮扶的户' : '监测对象'}
        unit="户"
        search={casesSearch}
        filters={FILTERS}
        columns={[...CASE_COLUMNS, next]}
        rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
        queryKey={caseload.query.cases.key()}
        fetch={({ sort: _sort, ...search }: CasesSearch, area, signal) =>
          caseload.client.cases({ ...search, ...(own ? { helpedByMe: true } : {}), area }, { signal })
        }
        onOpen={(row, rows) => {
          keepTrail(rows.map(casePath));
          void navigate({ to: casePath(row) });
        }}
        onExport={({ cursor: _cursor, sort: _sort, ...filter }, area) =>
          download('cases/export', { ...filter, ...(own ? { helpedByMe: true } : {}), area }, '监测对象.xlsx')
        }
        rowTone={toneOfRow}
        bulk={[
          ...bulkActions(operations, setBulk),
          ...caseDeeds
            .filter(({ operation }) => operations.has(operation))
            .map((of) => ({
              label: of.title,
              allowed: (rows: CaseItem[]) => rows.some((row) => of.fits(row, role)),
              run: (rows: CaseItem[]) => setDeed({ of, cases: rows.map(({ countyCode, id }) => ({ countyCode, id })) }),
            })),
          { label: '逐户阅览后通过', allowed: (rows) => rows.some(kindOf), run: read },
        ]}
        emptyHint={own ? '帮扶计划里的责任人是本人的户会列在这里。' : '从线索登记立案后，个案会列在这里。'}
      />
      {acting ? <NextActionDialog item={acting} onClose={() => setActing(undefined)} /> : null}
      {deed ? deed.of.render({ cases: deed.cases, onClose: () => setDeed(undefined) }) : null}
      {bulk ? <BulkDialog of={bulk} onClose={() => setBulk(undefined)} /> : null}
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

/** Deeds for many, in the order of the process; only those that something of the choice is waiting for. */
function bulkActions(operations: ReadonlySet<string>, onOpen: (of: BulkOf) => void): BulkAction<CaseItem>[] {
  return BULK_KINDS.filter((kind) => kind !== 'recall' && operations.has(`cases.${kind}`)).map((kind) => ({
    label: ACTIONS[kind].title,
    allowed: (rows) => rows.some((row) => stepOf(row.state)?.step === STEP_OF_KIND[kind] && walkFits(kind, row)),
    run: (rows) => onOpen({ kind, cases: rows.map(({ countyCode, id }) => ({ countyCode, id })) }),
    runAll: (filter, area) => onOpen({ kind, filter: { ...filter, area } as CaseFilter }),
  }));
}

function walkFits(kind: BulkKind, { state }: CaseItem): boolean {
  const isClearing = state.startsWith('clearing.');
  return kind === 'approve' ? !isClearing : kind === 'clear' ? isClearing : true;
}
