// One change of a village or township: what is to change, what goes along, and then it is made.

import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { DayInput, DraftForm, GuardedDrawer } from '../../../../platform/web/form/index.ts';
import { RegionPicker } from '../../../../platform/web/regions/region-picker.tsx';
import { CHANGE_KINDS, CHANGE_NAMES, type ChangeKind, endsOld, type RegionChange } from '../../domain/region-change.ts';
import { regions } from '../api.ts';
import type { PreviewedChange } from '../types.ts';
import { countsWords } from './counts-words.ts';

type Fields = {
  kind: ChangeKind;
  oldCode: number;
  into?: number;
  newCode?: string;
  newName?: string;
  effectiveOn: string;
  document: string;
};

const HINTS: Record<ChangeKind, string> = {
  merge: '原区划撤销，其中的农牧户、在办个案、待核实预警和账号转入新区划。以往筛查日的数字不变。',
  split: '新区划从空白开始，农牧户留在原区划，再逐户迁入或用新的户信息导入。',
  rename: '代码不变，只改名称。',
  recode: '名称可以不变，全部内容转入新代码。部门文件中的旧代码仍然认得。',
};

function changeOf({ kind, oldCode, into, newCode, newName, effectiveOn, document }: Fields): RegionChange {
  const code = kind === 'merge' ? Number(into) : kind === 'rename' ? oldCode : Number(newCode);
  const name = kind === 'merge' ? '' : (newName ?? '').trim();
  return {
    ...{ kind, oldCode, newCode: code, effectiveOn, document: document.trim() },
    ...(name ? { newName: name } : {}),
  };
}

/** Looked at first and then made, with one form: what is typed after the preview has to be looked at again. */
export function ChangeDrawer({ onClose }: { onClose: () => void }) {
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [preview, setPreview] = useState<PreviewedChange>();
  const [form] = Form.useForm<Fields>();
  const today = dayjs().format('YYYY-MM-DD');

  async function send(fields: Fields, requestId: string) {
    const changes = [changeOf(fields)];
    if (!preview) return setPreview((await regions.client.previewChanges({ changes }))[0]);
    await regions.client.applyChanges({ requestId, changes });
    void message.success('已办理区划变更');
    // Names and codes stand on every page.
    await cache.invalidateQueries();
    onClose();
  }

  return (
    <GuardedDrawer size={480} title="办理区划变更" onClose={onClose}>
      <DraftForm<Fields>
        form={form}
        initialValues={{ kind: 'merge', effectiveOn: today }}
        deed={{ label: preview ? '确认办理' : '预览' }}
        onValuesChange={() => setPreview(undefined)}
        onSend={send}
        stays
      >
        <ChangeFields kind={Form.useWatch('kind', form) ?? 'merge'} today={today} />
        {preview ? <Alert className="sw-alert" type="info" showIcon title={previewWords(preview)} /> : null}
      </DraftForm>
    </GuardedDrawer>
  );
}

function previewWords({ kind, oldName, shownName, oldCode, newCode, ...counts }: PreviewedChange): string {
  const along = countsWords(counts) || '没有农牧户和个案';
  const change = `${oldName}(${oldCode})→ ${shownName}(${newCode})`;
  return endsOld(kind) ? `${change}。随之转入：${along}。` : `${change}。留在原代码：${along}。`;
}

function ChangeFields({ kind, today }: { kind: ChangeKind; today: string }) {
  return (
    <>
      <Form.Item name="kind" label="变更类型" extra={HINTS[kind]}>
        <Select options={CHANGE_KINDS.map((value) => ({ value, label: CHANGE_NAMES[value] }))} />
      </Form.Item>
      <Form.Item name="oldCode" label="原区划" rules={[{ required: true, message: '请选择原区划' }]}>
        <RegionPicker label="原区划" className="sw-wide" allowClear={false} placeholder="请选择" />
      </Form.Item>
      {kind === 'merge' ? (
        <Form.Item name="into" label="并入" rules={[{ required: true, message: '请选择并入的区划' }]}>
          <RegionPicker label="并入" className="sw-wide" allowClear={false} placeholder="请选择" />
        </Form.Item>
      ) : null}
      {kind === 'split' || kind === 'recode' ? (
        <Form.Item
          name="newCode"
          label="新代码"
          rules={[{ required: true, pattern: /^15\d{10}$/, message: '请填写 15 开头的 12 位代码' }]}
        >
          <Input maxLength={12} inputMode="numeric" />
        </Form.Item>
      ) : null}
      {kind === 'merge' ? null : (
        <Form.Item
          name="newName"
          label="新名称"
          rules={kind === 'recode' ? [] : [{ required: true, whitespace: true, min: 2, message: '请填写新名称' }]}
        >
          <Input maxLength={60} {...(kind === 'recode' ? { placeholder: '不填为沿用原名称' } : {})} />
        </Form.Item>
      )}
      <Form.Item name="effectiveOn" label="生效日期" rules={[{ required: true, message: '请选择生效日期' }]}>
        <DayInput latest={today} allowClear={false} />
      </Form.Item>
      <Form.Item
        name="document"
        label="文件依据"
        rules={[{ required: true, whitespace: true, min: 2, message: '请填写批复或通知的文号' }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}
