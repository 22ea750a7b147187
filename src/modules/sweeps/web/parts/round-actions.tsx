// What can be done with a round in the area that is looked at: papers, who takes on what, confirming, drawing, a village done again.

import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { newRequestId } from '../../../../platform/web/api.ts';
import { useConfirm } from '../../../../platform/web/confirm.ts';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { sweepAssigningPath, sweepItemsPath, sweepPath } from '../../domain/addresses.ts';
import { SWEEP_FORMS, type SweepForm } from '../../domain/words.ts';
import { type Board, sweeps } from '../api.ts';
import { AssignDialog } from './assign-dialog.tsx';

export function RoundActions({ board }: { board: Board }) {
  const { round, area, total } = board;
  const navigate = useNavigate();
  const isOpen = round.state === 'issued' || round.state === 'rechecking';
  const mayAssign = useMay('sweeps.assign') && isOpen;
  const mayRedo = useMay('sweeps.redo') && isOpen && area.level === 'village' && total.done > 0;
  const [dialog, setDialog] = useState<'assign' | 'redo'>();
  return (
    <>
      <Button
        type="primary"
        onClick={() => void navigate({ to: sweepItemsPath(round.number), search: (old: object) => old })}
      >
        核查清单
      </Button>
      {mayAssign ? <Button onClick={() => setDialog('assign')}>分派承办人</Button> : null}
      {mayAssign ? (
        <Button onClick={() => void navigate({ to: sweepAssigningPath(round.number), search: (old: object) => old })}>
          拖动分派
        </Button>
      ) : null}
      {isOpen ? <ConfirmButton board={board} /> : null}
      {isOpen ? <DrawButton board={board} /> : null}
      {mayRedo ? <Button onClick={() => setDialog('redo')}>退回重做</Button> : null}
      <Papers board={board} />
      {dialog === 'assign' ? (
        <AssignDialog number={round.number} areaName={area.name} onClose={() => setDialog(undefined)} />
      ) : null}
      {dialog === 'redo' ? <RedoDialog board={board} onClose={() => setDialog(undefined)} /> : null}
    </>
  );
}

function useDone(): (words: string) => Promise<void> {
  const cache = useQueryClient();
  const { message } = App.useApp();
  return async (words) => {
    await cache.invalidateQueries({ queryKey: sweeps.query.key() });
    void message.success(words);
  };
}

function ConfirmButton({ board: { round, area, confirmation } }: { board: Board }) {
  const confirm = useConfirm();
  const done = useDone();
  const may = useMay('sweeps.confirm');
  if (area.level !== 'township') return null;
  if (confirmation) return <span className="sw-quiet">{`${confirmation.by} ${confirmation.on} 已确认`}</span>;
  if (!may) return null;
  const run = async () => {
    await sweeps.client.confirm({ requestId: newRequestId(), number: round.number, township: area.code });
    await done('已确认');
  };
  const what = `确认${area.name}清单上的农牧户已经全部查到，没有查到的都是整户长期在外。`;
  return <Button onClick={() => confirm({ title: '确认覆盖情况', what, deed: '确认', run })}>确认覆盖情况</Button>;
}

function DrawButton({ board: { round, total } }: { board: Board }) {
  const confirm = useConfirm();
  const done = useDone();
  if (!useMay('sweeps.draw') || total.confirmed === 0) return null;
  const run = async () => {
    const { drawn, seed } = await sweeps.client.draw({ requestId: newRequestId(), number: round.number });
    await done(`抽取 ${drawn} 户，随机数 ${seed}`);
  };
  const what = '在本账号区域内已经确认的嘎查村按比例抽取复核户。抽取过的嘎查村不重复抽取。';
  return <Button onClick={() => confirm({ title: '抽取复核户', what, deed: '抽取', run })}>抽取复核户</Button>;
}

function RedoDialog({ board: { round, area }, onClose }: { board: Board; onClose: () => void }) {
  const cache = useQueryClient();
  return (
    <FormDialog<{ reason: string }>
      title={`退回重做：${area.name}`}
      about="本村已查的农牧户全部重新核查，首次的记录保留；苏木乡镇须重新确认。"
      draft={{ form: 'sweep-redo', record: `${round.number}-${area.code}`, title: '退回重做' }}
      deed={{ label: '退回重做' }}
      onSend={({ reason }, requestId) =>
        sweeps.client.redo({ requestId, number: round.number, village: area.code, reason })
      }
      done="已退回"
      onSent={() => cache.invalidateQueries({ queryKey: sweeps.query.key() })}
      onClose={onClose}
    >
      <Form.Item name="reason" label="原因" rules={[{ required: true, min: 4, message: '请写明原因，至少 4 个字' }]}>
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
    </FormDialog>
  );
}

const OPTIONS = Object.entries(SWEEP_FORMS).map(([value, label]) => ({ value: value as SweepForm, label }));

function Papers({ board: { round, area } }: { board: Board }) {
  const [form, setForm] = useState<SweepForm>('villages');
  if (!useMay('sweeps.paper')) return null;
  return (
    <>
      <Select aria-label="表格" size="small" value={form} onChange={setForm} options={OPTIONS} style={{ width: 160 }} />
      <DocumentActions
        address={{
          path: `${sweepPath(round.number)}/paper`,
          query: { form, area: area.code },
          name: SWEEP_FORMS[form],
          sheet: true,
        }}
      />
    </>
  );
}
