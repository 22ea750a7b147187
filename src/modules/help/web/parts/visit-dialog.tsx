// A visit at the family: when, who, where, what was found, photos, and when to come again.

import { AimOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import {
  DayInput,
  FormDialog,
  fileIds,
  type Given,
  type KeptFile,
  PhotosItem,
} from '../../../../platform/web/form/index.ts';
import { useViewer } from '../../../../platform/web/viewer.tsx';
import type { CaseKey } from '../../../cases/domain/addresses.ts';
import { PeopleInput } from '../../../organisations/web/doors/inputs.ts';
import { type CaseVisits, help } from '../api.ts';

type Point = { longitude: number; latitude: number };
type Fields = {
  visitedOn: string;
  visitors: string[];
  place?: string;
  point?: Point;
  findings: string;
  next?: string;
  photos?: KeptFile[];
};

export const VISIT_DRAFT = 'visit';

type VisitDialogProps = { caseKey: CaseKey; visits: CaseVisits; onClose: () => void };

export function VisitDialog({ caseKey: { countyCode, id }, visits, onClose }: VisitDialogProps) {
  const { name } = useViewer();
  const cache = useQueryClient();

  function save({ visitedOn, visitors, place = '', findings, next, point, photos }: Fields, requestId: string) {
    return help.client.addVisit({
      ...{ requestId, countyCode, id, visitedOn, visitors, place, findings, photos: fileIds(photos) },
      ...(next ? { nextVisitDue: next } : {}),
      ...point,
    });
  }

  return (
    <FormDialog<Fields>
      title="登记走访"
      draft={{ form: VISIT_DRAFT, record: `${countyCode}-${id}`, title: '登记走访' }}
      initialValues={{ visitedOn: visits.today, visitors: [name], findings: '' }}
      deed={{ label: '保存' }}
      onSend={save}
      done="走访已登记"
      onSent={() => cache.invalidateQueries({ queryKey: help.query.key() })}
      onClose={onClose}
    >
      <Form.Item name="visitedOn" label="走访日期" rules={[{ required: true, message: '请选择走访日期' }]}>
        <DayInput latest={visits.today} />
      </Form.Item>
      <Form.Item name="visitors" label="走访人" rules={[{ required: true, message: '请填写走访人' }]}>
        <PeopleInput />
      </Form.Item>
      <Form.Item label="走访地点">
        <div className="sw-actions sw-place">
          <Form.Item name="place" noStyle>
            <Input aria-label="走访地点" maxLength={100} placeholder="例如：农户家中" />
          </Form.Item>
          <Form.Item name="point" noStyle>
            <PlaceButton />
          </Form.Item>
        </div>
      </Form.Item>
      <Form.Item
        name="findings"
        label="走访情况"
        rules={[{ required: true, whitespace: true, min: 4, message: '请写明走访情况，至少 4 个字' }]}
      >
        <Input.TextArea
          rows={5}
          maxLength={1000}
          showCount
          placeholder="生产生活情况、收入变化、措施落实情况、有什么困难"
        />
      </Form.Item>
      <Form.Item name="next" label="约定下次走访" extra={`可不填。按风险等级，最迟每 ${visits.everyDays} 天走访一次。`}>
        <DayInput earliest={dayAfter(visits.today)} />
      </Form.Item>
      <PhotosItem name="photos" label="现场照片" />
    </FormDialog>
  );
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 24 * 3_600_000).toISOString().slice(0, 10);
}

/** Where the device is, if it tells; five decimals are about a metre. */
function PlaceButton({ value: point, onChange }: Given<Point>) {
  const [words, setWords] = useState('');

  function locate() {
    setWords('正在定位');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setWords('');
        onChange?.({ longitude: Number(coords.longitude.toFixed(5)), latitude: Number(coords.latitude.toFixed(5)) });
      },
      () => setWords('没有取得位置，可只填写地点'),
      { timeout: 15_000 },
    );
  }

  // Browsers give no place to pages that came over plain HTTP.
  if (!('geolocation' in navigator) || !window.isSecureContext) return null;
  return (
    <>
      <Button icon={<AimOutlined />} onClick={locate}>
        {point ? '重新定位' : '定位'}
      </Button>
      <span className="sw-quiet" aria-live="polite">
        {words || (point ? `东经 ${point.longitude}，北纬 ${point.latitude}` : '')}
      </span>
    </>
  );
}
