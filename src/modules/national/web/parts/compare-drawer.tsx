// An export of the national system is handed in; what is done there by now is ticked off, what differs is told. The
// comparison stands in the address: the page may be left, and an earlier result looked at again.

import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Drawer } from 'antd';
import { useState } from 'react';
import { newRequestId } from '../../../../platform/web/api.ts';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { StateTag, type Tone } from '../../../../platform/web/detail-page.tsx';
import { FileDrop } from '../../../../platform/web/file-jobs/file-drop.tsx';
import type { UploadedFile } from '../../../../platform/web/form/files/uploads.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatInstant, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import type { ComparisonState } from '../../domain/national-export-contract.ts';
import type { ComparisonItem } from '../api.ts';
import { national } from '../api.ts';
import { ComparisonView } from './comparison-view.tsx';

/** No comparison yet: a file is to be chosen. */
export const NEW_COMPARISON = 0;

type CompareDrawerProps = { id: number; onOpen: (id: number) => void; onClose: () => void; onDone: () => void };

export function CompareDrawer({ id, onOpen, onClose, onDone }: CompareDrawerProps) {
  const [handedIn, setHandedIn] = useState<HandedIn>();
  return (
    <Drawer open size={720} title="与国家系统导出比对" onClose={onClose}>
      {id === NEW_COMPARISON ? (
        <HandIn
          onMade={(made) => {
            setHandedIn(made);
            onOpen(made.id);
          }}
          onOpen={onOpen}
          onClose={onClose}
        />
      ) : (
        <>
          {handedIn?.id === id && handedIn.alreadyCompared ? (
            <ComparedBefore file={handedIn} onMade={setHandedIn} onOpen={onOpen} />
          ) : null}
          <ComparisonView key={id} id={id} onDone={onDone} />
          <div className="sw-form-actions">
            <Button onClick={() => onOpen(NEW_COMPARISON)}>历次比对</Button>
            <Button onClick={onClose}>关闭</Button>
          </div>
        </>
      )}
    </Drawer>
  );
}

type HandedIn = { fileId: string; id: number; alreadyCompared: boolean };

function useHandIn(onMade: (made: HandedIn) => void) {
  const showFailure = useShowFailure();
  return useMutation({
    mutationFn: async ({ fileId, again }: { fileId: string; again: boolean }) => ({
      fileId,
      ...(await national.client.compareNational({ requestId: newRequestId(), fileId, again })),
    }),
    onSuccess: onMade,
    onError: showFailure,
  });
}

type HandInProps = { onMade: (made: HandedIn) => void; onOpen: (id: number) => void; onClose: () => void };

function HandIn({ onMade, onOpen, onClose }: HandInProps) {
  const mayCompare = useMay('national.compare-export');
  const [files, setFiles] = useState<UploadedFile[]>([]);
  const handIn = useHandIn(onMade);
  const file = files.at(-1);
  return (
    <>
      {mayCompare ? (
        <>
          <p className="sw-quiet sw-compare-hint">
            请选择从国家系统导出的监测对象表，须有“户编号”“监测对象类别”“风险是否已消除”三列；有“识别监测时间”“消除监测时间”“消除方式”“帮扶责任人”的一并比对。
          </p>
          <FileDrop accept={['.csv', '.xlsx']} onChange={setFiles} />
        </>
      ) : null}
      <PastComparisons onOpen={onOpen} />
      <div className="sw-form-actions">
        <Button onClick={onClose}>关闭</Button>
        {mayCompare ? (
          <Button
            type="primary"
            disabled={!file}
            loading={handIn.isPending}
            onClick={() => {
              if (file) handIn.mutate({ fileId: file.fileId, again: false });
            }}
          >
            开始比对
          </Button>
        ) : null}
      </div>
    </>
  );
}

type ComparedBeforeProps = { file: HandedIn; onMade: (made: HandedIn) => void; onOpen: (id: number) => void };

function ComparedBefore({ file, onMade, onOpen }: ComparedBeforeProps) {
  const again = useHandIn((made) => {
    onMade(made);
    onOpen(made.id);
  });
  return (
    <Alert
      className="sw-alert"
      type="info"
      showIcon
      title="内容完全相同的文件已经比对过，以下是那一次的结果。登记册此后如有变化，可以重新比对。"
      action={
        <Button
          size="small"
          loading={again.isPending}
          onClick={() => again.mutate({ fileId: file.fileId, again: true })}
        >
          重新比对
        </Button>
      }
    />
  );
}

const STATES: Record<ComparisonState, { word: string; tone: Tone }> = {
  queued: { word: '等候比对', tone: 'plain' },
  running: { word: '正在比对', tone: 'plain' },
  done: { word: '已完成', tone: 'green' },
  failed: { word: '未能完成', tone: 'red' },
  cancelled: { word: '已取消', tone: 'plain' },
};

const count = (n: number | undefined) => (n === undefined ? UNKNOWN : formatCount(n));

const PAST_COLUMNS: ListColumn<ComparisonItem>[] = [
  { key: 'file', title: '文件', render: ({ fileName }) => fileName, width: 190, always: true },
  {
    ...{ key: 'state', title: '状态', width: 90, always: true },
    render: ({ state }) => <StateTag tone={STATES[state].tone}>{STATES[state].word}</StateTag>,
  },
  { key: 'rows', title: '户数', render: ({ counts }) => count(counts?.rows), width: 70, align: 'right' },
  { key: 'bad', title: '未能比对', render: ({ counts }) => count(counts?.bad), width: 80, align: 'right' },
  { key: 'account', title: '提交人', render: ({ accountName }) => accountName, width: 100 },
  { key: 'at', title: '提交时间', render: ({ at }) => formatInstant(at), width: 140 },
];

const SHOWN = 20;

function PastComparisons({ onOpen }: { onOpen: (id: number) => void }) {
  const past = useQuery(national.query.comparisons.queryOptions({ input: { limit: SHOWN }, refetchInterval: 5000 }));
  if (!past.data) return null;
  return (
    <section className="sw-part sw-compare-part">
      <div className="sw-section-title">
        <h2>历次比对</h2>
      </div>
      <SmallTable
        label="历次比对"
        columns={PAST_COLUMNS}
        rows={past.data.items}
        rowKey={({ id }) => id}
        onOpen={({ id }) => onOpen(id)}
        none="还没有比对过"
      />
    </section>
  );
}
