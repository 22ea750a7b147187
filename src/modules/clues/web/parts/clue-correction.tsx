// A slip in what an officer wrote down is corrected; what stood there before stays, with who changed it and why.

import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { DraftForm } from '../../../../platform/web/form/index.ts';
import { formatInstant } from '../../../../platform/web/numbers.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { clues } from '../api.ts';
import type { ClueRecord } from '../types.ts';

export function ClueCorrection({ clue }: { clue: ClueRecord }) {
  const mayCorrect = useMay('clues.correct');
  const [open, setOpen] = useState(false);
  return (
    <>
      {clue.earlier.map(({ at, by, reason, text }) => (
        <p key={at} className="sw-quiet">
          {formatInstant(at)} {by}更正({reason})。原文：{text}
        </p>
      ))}
      {/* What a household declared itself are its own words. */}
      {mayCorrect && clue.channel !== 'self' && !open ? (
        <Button size="small" onClick={() => setOpen(true)}>
          更正线索内容
        </Button>
      ) : null}
      {open ? <CorrectionForm clue={clue} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function CorrectionForm({ clue, onClose }: { clue: ClueRecord; onClose: () => void }) {
  const cache = useQueryClient();
  const { countyCode, id } = clue;
  return (
    <DraftForm<{ text: string; reason: string }>
      className="sw-part"
      initialValues={{ text: clue.text }}
      deed={{ label: '保存更正' }}
      onSend={(given, requestId) => clues.client.correctClue({ requestId, countyCode, id, was: clue.text, ...given })}
      done="线索内容已更正"
      onSent={() => cache.invalidateQueries({ queryKey: clues.query.key() })}
      onClose={onClose}
    >
      <Form.Item
        name="text"
        label="更正后的线索内容"
        rules={[{ required: true, whitespace: true, min: 4, message: '请填写线索内容，至少 4 个字' }]}
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
    </DraftForm>
  );
}
