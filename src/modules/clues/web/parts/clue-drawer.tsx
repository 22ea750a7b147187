// One clue with what may be done to it: a case, the case under way, or put aside with a reason.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { App, Button, Form, Input } from 'antd';
import { Suspense, useState } from 'react';
import { newRequestId } from '../../../../platform/web/api.ts';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { Facts } from '../../../../platform/web/detail-page.tsx';
import { DraftForm, GuardedDrawer } from '../../../../platform/web/form/index.ts';
import { UNKNOWN } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { householdPath } from '../../../households/domain/addresses.ts';
import { shownNumber } from '../../../households/domain/local-number.ts';
import { HouseholdPicker } from '../../../households/web/index.ts';
import type { ClueKey } from '../../domain/addresses.ts';
import { CHANNEL_NAMES } from '../../domain/words.ts';
import { clues } from '../api.ts';
import type { CaseOfClues, CluesParts } from '../sections.ts';
import type { ClueItem, ClueRecord } from '../types.ts';
import { ClueCorrection } from './clue-correction.tsx';
import { ClueStateTag } from './clue-state.tsx';

/** Opens a case from clues of one household, or adds them to its case; leads to the case. */
export function useOpenCase({ open, path }: CaseOfClues) {
  const { message } = App.useApp();
  const cache = useQueryClient();
  const navigate = useNavigate();
  return async (chosen: ClueItem[], householdId?: number) => {
    const countyCode = chosen[0]?.countyCode ?? 0;
    const { id, opened } = await open({
      ...{ requestId: newRequestId(), countyCode, clueIds: chosen.map((clue) => clue.id) },
      ...(householdId === undefined ? {} : { householdId }),
    });
    await cache.invalidateQueries({ queryKey: clues.query.key() });
    void message.success(opened ? '已登记立案' : '已并入该户正在办理的个案');
    await navigate({ to: path({ countyCode, id }) });
  };
}

type ClueDrawerProps = { of: ClueKey; parts: CluesParts; onClose: () => void };

/** By the key in the address: what is shown is read anew. */
export function ClueDrawer({ of, parts, onClose }: ClueDrawerProps) {
  const query = useQuery(clues.query.clueRecord.queryOptions({ input: of }));
  const title = query.data ? `线索：${query.data.personName || UNKNOWN}` : '线索';
  return (
    <GuardedDrawer title={title} onClose={onClose}>
      {query.isPending ? <Loading rows={6} /> : null}
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? <ClueView clue={query.data} parts={parts} onClose={onClose} /> : null}
    </GuardedDrawer>
  );
}

type ClueViewProps = { clue: ClueRecord; parts: CluesParts; onClose: () => void };

function ClueView({ clue, parts: { clueSection, caseOfClues }, onClose }: ClueViewProps) {
  return (
    <>
      <Facts
        facts={[
          { label: '状态', value: <ClueStateTag state={clue.state} />, wide: true },
          { label: '发现日期', value: clue.receivedOn, wide: true },
          { label: '渠道', value: CHANNEL_NAMES[clue.channel], wide: true },
          { label: '所在地', value: `${clue.townshipName} ${clue.villageName}`, wide: true },
          { label: '户编号', value: <HouseholdOf clue={clue} />, wide: true },
          { label: '线索内容', value: clue.text, wide: true },
          { label: '登记人', value: clue.accountName || '农户自主申报', wide: true },
          ...(clue.caseId
            ? [
                {
                  label: '监测个案',
                  value: <Link to={caseOfClues.path({ countyCode: clue.countyCode, id: clue.caseId })}>查看个案</Link>,
                  wide: true,
                },
              ]
            : []),
        ]}
      />
      <ClueCorrection clue={clue} />
      {clueSection.render(clue)}
      {clue.state === 'open' ? <OpenClue clue={clue} caseOfClues={caseOfClues} onClose={onClose} /> : null}
    </>
  );
}

function HouseholdOf({ clue: { countyCode, householdId, householdNumber } }: { clue: ClueRecord }) {
  const mayOpen = useMay('households.get');
  if (householdId === undefined || householdNumber === undefined) return <>尚未确定</>;
  const number = shownNumber(householdNumber);
  return mayOpen ? <Link to={householdPath({ countyCode, id: householdId })}>{number}</Link> : number;
}

type OpenClueProps = { clue: ClueItem; caseOfClues: CaseOfClues; onClose: () => void };

function OpenClue({ clue, caseOfClues, onClose }: OpenClueProps) {
  const openCase = useOpenCase(caseOfClues);
  const showFailure = useShowFailure();
  const mayOpen = useMay(caseOfClues.operation);
  const [householdId, setHouseholdId] = useState(clue.householdId);
  const [dismissing, setDismissing] = useState(false);
  const [busy, setBusy] = useState(false);
  if (!mayOpen) return null;

  async function open() {
    setBusy(true);
    try {
      await openCase([clue], clue.householdId === undefined ? householdId : undefined);
      onClose();
    } catch (error) {
      showFailure(error);
      setBusy(false);
    }
  }

  return (
    <>
      {clue.householdId === undefined ? (
        <Form layout="vertical" className="sw-part">
          <Form.Item label="是哪一户" htmlFor="clue-household">
            <Suspense>
              <HouseholdPicker
                id="clue-household"
                countyCode={clue.countyCode}
                {...(householdId === undefined ? {} : { value: householdId })}
                onChange={setHouseholdId}
              />
            </Suspense>
          </Form.Item>
        </Form>
      ) : null}
      {dismissing ? (
        <DismissForm clue={clue} onCancel={() => setDismissing(false)} onDone={onClose} />
      ) : (
        <div className="sw-deeds">
          <Button type="primary" disabled={householdId === undefined} loading={busy} onClick={() => void open()}>
            {clue.openCaseId ? '并入个案' : '登记立案'}
          </Button>
          <Button onClick={() => setDismissing(true)}>不立案</Button>
        </div>
      )}
    </>
  );
}

type DismissFormProps = { clue: ClueItem; onCancel: () => void; onDone: () => void };

function DismissForm({ clue: { countyCode, id }, onCancel, onDone }: DismissFormProps) {
  const cache = useQueryClient();
  return (
    <div className="sw-part">
      <DraftForm<{ reason: string }>
        deed={{ label: '不立案' }}
        onSend={({ reason }, requestId) =>
          clues.client.dismissClue({ requestId, countyCode, id, reason: reason.trim() })
        }
        done="已记录为不立案"
        onSent={async () => {
          await cache.invalidateQueries({ queryKey: clues.query.key() });
          onDone();
        }}
        onClose={onCancel}
      >
        <Form.Item
          name="reason"
          label="不立案的原因"
          rules={[{ required: true, whitespace: true, min: 4, message: '请填写原因，至少 4 个字' }]}
        >
          <Input.TextArea rows={3} maxLength={300} />
        </Form.Item>
      </DraftForm>
    </div>
  );
}
