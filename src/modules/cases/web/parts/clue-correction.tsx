// A slip in what an officer wrote down is corrected; what stood there before stays, with who changed it and why.

import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { failureOf, newRequestId } from '../../../../platform/web/api.ts';
import { FormFoot } from '../../../../platform/web/form-foot.tsx';
import { formatInstant } from '../../../../platform/web/numbers.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { cases } from '../api.ts';
import type { ClueRecord } from '../types.ts';

export function ClueCorrection({ clue }: { clue: ClueRecord }) {
  const mayCorrect = useMay('cases.correct-clue');
  const [open, setOpen] = useState(false);
  return (
    <>
      {clue.earlier.map(({ at, by, reason, text }) => (
        <p key={at} className="sw-quiet">
          {formatInstant(at)} {by}更正({reason})。原文:{text}
        </p>
      ))}
      {/* What a household declared itself are its own words. */}
      {mayCorrect && clue.channel !== 'self' && !open ? (
        <Button size="small" onClick={() => setOpen(true)}>
          更正线索内容
        </Button>
      ) : null}
      {open ? <CorrectionForm clue={clue} onDone={() => setOpen(false)} /> : null}
    </>
  );
}

function CorrectionForm({ clue, onDone }: { clue: ClueRecord; onDone: () => void }) {
  const cache = useQueryClient();
  const [requestId] = useState(newRequestId);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  async function save(given: { text: string; reason: string }) {
    setBusy(true);
    try {
      const { countyCode, id } = clue;
      await cases.client.correctClue({ requestId, countyCode, id, was: clue.text, ...given });
      await cache.invalidateQueries({ queryKey: cases.query.key() });
      onDone();
    } catch (error) {
      setProblem(failureOf(error).message);
      setBusy(false);
    }
  }

  return (
    <Form
      layout="vertical"
      className="sw-part"
      initialValues={{ text: clue.text }}
      onFinish={(given) => void save(given)}
    >
      <Form.Item
        name="text"
        label="更正后的线索内容"
        rules={[{ required: true, whitespace: true, min: 4, message: '请填写线索内容,至少 4 个字' }]}
      >
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
      <Form.Item
        name="reason"
        label="更正原因"
        rules={[{ required: true, whitespace: true, min: 2, message: '请填写更正原因' }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <FormFoot problem={problem}>
        <Button onClick={onDone}>取消</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          保存更正
        </Button>
      </FormFoot>
    </Form>
  );
}
