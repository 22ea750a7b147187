// Columns of clues.

import { Link } from '@tanstack/react-router';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { UNKNOWN } from '../../../../platform/web/numbers.ts';
import { CHANNEL_NAMES } from '../../domain/words.ts';
import type { CaseOfClues } from '../sections.ts';
import type { ClueItem } from '../types.ts';
import { ClueStateTag } from './clue-state.tsx';

export const clueColumns = (cases: CaseOfClues): ListColumn<ClueItem>[] => [
  { key: 'received', title: '发现日期', render: ({ receivedOn }) => receivedOn, width: 106, always: true },
  { key: 'person', title: '户主', render: ({ personName }) => personName || UNKNOWN, width: 90, always: true },
  {
    key: 'text',
    title: '线索内容',
    render: ({ text }) => <div className="sw-clue-text">{text}</div>,
    width: 300,
    always: true,
  },
  { key: 'county', title: '旗县', render: ({ countyName }) => countyName || UNKNOWN, width: 104, aboveCounty: true },
  { key: 'township', title: '苏木乡镇', render: ({ townshipName }) => townshipName || UNKNOWN, width: 112 },
  { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName || UNKNOWN, width: 130 },
  { key: 'channel', title: '渠道', render: ({ channel }) => CHANNEL_NAMES[channel], width: 120 },
  { key: 'state', title: '状态', render: ({ state }) => <ClueStateTag state={state} />, width: 84, always: true },
  { key: 'case', title: '个案', render: (clue) => <CaseLink clue={clue} path={cases.path} />, width: 70 },
  {
    key: 'account',
    title: '登记人',
    render: ({ accountName }) => accountName || '农户自主申报',
    width: 100,
    spare: true,
  },
];

type CaseLinkProps = { clue: ClueItem; path: CaseOfClues['path'] };

function CaseLink({ clue: { countyCode, caseId, openCaseId, state }, path }: CaseLinkProps) {
  const id = caseId ?? openCaseId;
  if (id === undefined) return <span className="sw-quiet">{UNKNOWN}</span>;
  return (
    <Link to={path({ countyCode, id })} onClick={(event) => event.stopPropagation()}>
      {state === 'open' ? '办理中' : '查看'}
    </Link>
  );
}
