// 逐户阅览后通过: the selected households one after another, each with what is decided about; each is passed by an action of
// its own, with an opinion of its own.

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import { GuardedDrawer } from '../../../../platform/web/form/index.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { isTyping } from '../../../../platform/web/typing.ts';
import { stepOf } from '../../../process/domain/steps.ts';
import { ACTIONS } from '../../domain/actions.ts';
import { cases, type DialogKind } from '../api.ts';
import { ActionForm } from '../forms/action-form.tsx';
import type { CaseDetail, CaseItem } from '../types.ts';
import { CaseBrief } from './case-brief.tsx';

/** How a case is passed where it stands; undefined where it cannot be passed one after another. */
export function passKind({ state, paused }: Pick<CaseItem, 'state' | 'paused'>): DialogKind | undefined {
  const at = stepOf(state);
  if (paused) return undefined;
  if (at?.step === 'township-review') return 'pass-township';
  if (at?.step === 'county-approval') return at.walk === 'clearing' ? 'clear' : 'approve';
  return undefined;
}

const keyOf = ({ countyCode, id }: Pick<CaseItem, 'countyCode' | 'id'>) => `${countyCode}-${id}`;

type Keys = { onStep: (by: number) => void; onPass: () => void };

/** j and k go on and back, Enter passes; none of them while something is typed. */
function useReadingKeys(keys: Keys) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (event.key === 'j') latest.current.onStep(1);
      else if (event.key === 'k') latest.current.onStep(-1);
      else if (event.key === 'Enter' && !isControl(event.target)) latest.current.onPass();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** Enter on a button or a link is the button's. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a, [role=combobox], [role=radio]') !== null;
}

export function ReadThrough({ rows, onClose }: { rows: CaseItem[]; onClose: () => void }) {
  const [at, setAt] = useState(0);
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set());
  const form = useRef<HTMLDivElement>(null);
  const row = rows[at];

  function pass() {
    if (!row) return;
    setPassed(new Set([...passed, keyOf(row)]));
    const following = rows.findIndex((each, i) => i > at && !passed.has(keyOf(each)));
    if (following >= 0) setAt(following);
  }

  useReadingKeys({
    onStep: (by) => setAt((now) => Math.max(0, Math.min(rows.length - 1, now + by))),
    onPass: () => form.current?.querySelector('form')?.requestSubmit(),
  });

  return (
    <GuardedDrawer
      size={880}
      title={`逐户阅览后通过:共 ${rows.length} 户,已通过 ${passed.size} 户`}
      onClose={onClose}
      extra={<span className="sw-quiet">j 下一户 k 上一户 Enter 通过</span>}
    >
      <div className="sw-reading">
        <ol aria-label="所选的户">
          {rows.map((each, i) => (
            <li key={keyOf(each)}>
              <Button block type={i === at ? 'primary' : 'text'} onClick={() => setAt(i)}>
                {each.headName}户 {passed.has(keyOf(each)) ? '✓' : ''}
              </Button>
            </li>
          ))}
        </ol>
        <div ref={form}>
          {row ? <OneOf key={keyOf(row)} row={row} isPassed={passed.has(keyOf(row))} onPassed={pass} /> : null}
        </div>
      </div>
    </GuardedDrawer>
  );
}

type OneOfProps = { row: CaseItem; isPassed: boolean; onPassed: () => void };

function OneOf({ row, isPassed, onPassed }: OneOfProps) {
  const { countyCode, id } = row;
  const query = useQuery(cases.query.case.queryOptions({ input: { countyCode, id } }));
  const [first, setFirst] = useState<CaseDetail>();
  const { data } = query;
  // What was read is what is decided about: the facts do not change under the reader's eyes.
  const keep = useCallback((detail: CaseDetail) => setFirst((known) => known ?? detail), []);
  useEffect(() => {
    if (data) keep(data);
  }, [data, keep]);
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const kind = passKind(row);
  if (!data || !first || !kind) return <Loading rows={10} />;
  const canPass = data.actions.includes(kind);
  return (
    <>
      <h2>
        {row.headName}户 <span className="sw-quiet">{`${row.townshipName} ${row.villageName}`}</span>
      </h2>
      <CaseBrief detail={first} />
      {isPassed ? <StateTag tone="green">已通过,已记录</StateTag> : null}
      {!isPassed && canPass ? (
        <ActionForm kind={kind} detail={data} deed={`已阅,${ACTIONS[kind].title}`} back="" onDone={onPassed} />
      ) : null}
      {!isPassed && !canPass ? (
        <p className="sw-tone-red">{data.refusals[kind] ?? '个案已进入其他环节,请关闭后刷新列表。'}</p>
      ) : null}
    </>
  );
}
