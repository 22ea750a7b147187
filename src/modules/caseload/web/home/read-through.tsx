// One household after another, each with what is decided about and what is next for it; each is an action of its own.

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import { GuardedDrawer } from '../../../../platform/web/form/index.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { isTyping } from '../../../../platform/web/typing.ts';
import { ACTIONS } from '../../../cases/domain/actions.ts';
import { cases } from '../../../cases/web/api.ts';
import { ActionForm, CaseBrief } from '../../../cases/web/doors/acting.ts';
import type { CaseDetail, CaseItem } from '../../../cases/web/doors/rows.ts';
import { possibleDialogs } from '../../../cases/web/doors/rows.ts';

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

  /** Taken back within its ten seconds: it is shown again, to be decided anew. */
  function reopen(undone: CaseItem) {
    setPassed((now) => new Set([...now].filter((key) => key !== keyOf(undone))));
    setAt(rows.indexOf(undone));
  }

  useReadingKeys({
    onStep: (by) => setAt((now) => Math.max(0, Math.min(rows.length - 1, now + by))),
    onPass: () => form.current?.querySelector('form')?.requestSubmit(),
  });

  return (
    <GuardedDrawer
      size={880}
      title={`逐户办理：共 ${rows.length} 户，已办理 ${passed.size} 户`}
      onClose={onClose}
      extra={
        <>
          <Button size="small" disabled={at === 0} onClick={() => setAt(at - 1)}>
            上一户
          </Button>{' '}
          <Button size="small" disabled={at === rows.length - 1} onClick={() => setAt(at + 1)}>
            下一户
          </Button>{' '}
          <span className="sw-quiet">j 下一户 k 上一户 Enter 办理</span>
        </>
      }
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
          {row ? (
            <OneOf
              key={keyOf(row)}
              row={row}
              isPassed={passed.has(keyOf(row))}
              onPassed={pass}
              onUndone={() => reopen(row)}
            />
          ) : null}
        </div>
      </div>
    </GuardedDrawer>
  );
}

type OneOfProps = { row: CaseItem; isPassed: boolean; onPassed: () => void; onUndone: () => void };

function OneOf({ row, isPassed, onPassed, onUndone }: OneOfProps) {
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
  if (!data || !first) return <Loading rows={10} />;
  const kind = possibleDialogs(data).main;
  return (
    <>
      <h2>
        {row.headName}户 <span className="sw-quiet">{`${row.townshipName} ${row.villageName}`}</span>
      </h2>
      <CaseBrief detail={first} />
      {isPassed ? <StateTag tone="green">已办理，已记录</StateTag> : null}
      {!isPassed && kind ? (
        <ActionForm
          key={kind}
          kind={kind}
          detail={data}
          deed={`已阅，${ACTIONS[kind].title}`}
          back=""
          onDone={onPassed}
          onUndone={onUndone}
        />
      ) : null}
      {!isPassed && !kind ? (
        <p className="sw-tone-red">
          {Object.values(data.refusals)[0] ?? '该户现在没有您可以办理的事项，可能已由他人办理。'}
        </p>
      ) : null}
    </>
  );
}
