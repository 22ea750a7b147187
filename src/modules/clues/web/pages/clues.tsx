// 线索: what was heard of households from all channels, waiting to become cases.

import { Button } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { download } from '../../../../platform/web/downloads.ts';
import { choicesOf, useResume } from '../../../../platform/web/form/index.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListFilter } from '../../../../platform/web/list/list-types.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { readRecordKey } from '../../../households/domain/addresses.ts';
import { CHANNEL_NAMES, CLUE_STATE_NAMES } from '../../domain/words.ts';
import { clues } from '../api.ts';
import { clueColumns } from '../parts/clue-columns.tsx';
import { CLUE_DRAFT, ClueDialog } from '../parts/clue-dialog.tsx';
import { ClueDrawer, useOpenCase } from '../parts/clue-drawer.tsx';
import { type CluesSearch, cluesSearch } from '../searches.ts';
import type { CluesParts } from '../sections.ts';
import type { ClueItem } from '../types.ts';
import '../clues.css';

const FILTERS: ListFilter[] = [
  { kind: 'choice', key: 'state', label: '状态', choices: choicesOf(CLUE_STATE_NAMES) },
  { kind: 'choice', key: 'channel', label: '渠道', choices: choicesOf(CHANNEL_NAMES) },
  { kind: 'text', key: 'text', label: '查找', placeholder: '姓名、拼音、嘎查村、回执号' },
];

/** Clues that can become one case: open, and of one household. */
function belongTogether(rows: ClueItem[]): boolean {
  const households = new Set(rows.map(({ countyCode, householdId }) => `${countyCode}-${householdId ?? ''}`));
  return households.size === 1 && rows.every(({ state, householdId }) => state === 'open' && householdId !== undefined);
}

export function CluesPage({ clueSection, caseOfClues }: CluesParts) {
  const openCase = useOpenCase(caseOfClues);
  const showFailure = useShowFailure();
  const mayOpen = useMay(caseOfClues.operation);
  const [adding, setAdding] = useState(false);
  const [columns] = useState(() => clueColumns(caseOfClues));
  const { search, change } = useAddress(cluesSearch);
  const opened = search.clue ? readRecordKey(search.clue) : undefined;
  useResume(CLUE_DRAFT, () => setAdding(true));

  async function openAll(rows: ClueItem[]) {
    await openCase(rows).catch((error: unknown) => {
      showFailure(error);
      throw error;
    });
  }

  return (
    <>
      <ListPage
        id="clues.list"
        title="线索"
        unit="条"
        search={cluesSearch}
        filters={FILTERS}
        columns={columns}
        rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
        queryKey={clues.query.clues.key()}
        fetch={({ sort: _sort, clue: _clue, ...search }: CluesSearch, area, signal) =>
          clues.client.clues({ ...search, area }, { signal })
        }
        onOpen={({ countyCode, id }) => change({ clue: `${countyCode}-${id}` })}
        onExport={({ cursor: _cursor, sort: _sort, clue: _clue, ...filter }, area) =>
          download('clues/export', { ...filter, area }, '线索.xlsx')
        }
        rowTone={({ state }) => (state === 'open' ? undefined : 'quiet')}
        actions={
          mayOpen ? (
            <Button type="primary" onClick={() => setAdding(true)}>
              登记线索
            </Button>
          ) : null
        }
        bulk={mayOpen ? [{ label: '登记立案或并入个案', allowed: belongTogether, run: openAll }] : []}
        emptyHint="农户申报、干部走访、部门预警核实和信访反映的线索会列在这里。"
      />
      {adding ? <ClueDialog onClose={() => setAdding(false)} /> : null}
      {opened ? (
        <ClueDrawer
          of={opened}
          parts={{ clueSection, caseOfClues }}
          onClose={() => change({ clue: undefined }, 'replace')}
        />
      ) : null}
    </>
  );
}
