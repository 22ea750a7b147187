// A visit at the family: when, who, where, what was found, photos, and when to come again.

import { AimOutlined } from '@ant-design/icons';
import { Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { newRequestId } from '../../../../platform/web/api.ts';
import { useViewer } from '../../../../platform/web/viewer.tsx';
import type { CaseKey } from '../../../cases/domain/addresses.ts';
import { type CaseVisits, help } from '../api.ts';
import { FormDialog, PhotosItem, saveWith, useSending } from './form-dialog.tsx';

type Fields = { visitedOn: Dayjs; visitors: string[]; place?: string; findings: string; next?: Dayjs | null };
type Point = { longitude: number; latitude: number };

type VisitDialogProps = { caseKey: CaseKey; visits: CaseVisits; onClose: () => void };

export function VisitDialog({ caseKey: { countyCode, id }, visits, onClose }: VisitDialogProps) {
  const { name } = useViewer();
  const sending = useSending('走访已登记', onClose);
  const [photos, setPhotos] = useState<string[]>([]);
  const [point, setPoint] = useState<Point>();

  function save({ visitedOn, visitors, place = '', findings, next }: Fields) {
    return sending.send(() =>
      help.client.addVisit({
        ...{ requestId: newRequestId(), countyCode, id, visitors, place, findings, photos },
        visitedOn: visitedOn.format('YYYY-MM-DD'),
        ...(next ? { nextVisitDue: next.format('YYYY-MM-DD') } : {}),
        ...point,
      }),
    );
  }

  return (
    <FormDialog<Fields>
      title="登记走访"
      sending={sending}
      initialValues={{ visitedOn: dayjs(visits.today), visitors: [name], findings: '' }}
      deed={saveWith(photos)}
      onSend={save}
      onClose={onClose}
    >
      <Form.Item name="visitedOn" label="走访日期" rules={[{ required: true, message: '请选择走访日期' }]}>
        <DatePicker className="sw-wide" disabledDate={(day) => day.format('YYYY-MM-DD') > visits.today} />
      </Form.Item>
      <Form.Item name="visitors" label="走访人" rules={[{ required: true, message: '请填写走访人' }]}>
        <Select mode="tags" maxCount={9} tokenSeparators={['、', ',', ',', ' ']} placeholder="可填写多人,用顿号隔开" />
      </Form.Item>
      <Form.Item label="走访地点">
        <div className="sw-actions sw-place">
          <Form.Item name="place" noStyle>
            <Input aria-label="走访地点" maxLength={100} placeholder="例如:农户家中" />
          </Form.Item>
          <PlaceButton point={point} onPoint={setPoint} />
        </div>
      </Form.Item>
      <Form.Item
        name="findings"
        label="走访情况"
        rules={[{ required: true, whitespace: true, min: 4, message: '请写明走访情况,至少 4 个字' }]}
      >
        <Input.TextArea
          rows={5}
          maxLength={1000}
          showCount
          placeholder="生产生活情况、收入变化、措施落实情况、有什么困难"
        />
      </Form.Item>
      <Form.Item name="next" label="约定下次走访" extra={`可不填。按风险等级,最迟每 ${visits.everyDays} 天走访一次。`}>
        <DatePicker className="sw-wide" disabledDate={(day) => day.format('YYYY-MM-DD') <= visits.today} />
      </Form.Item>
      <PhotosItem label="现场照片" onChange={setPhotos} />
    </FormDialog>
  );
}

type PlaceButtonProps = { point: Point | undefined; onPoint: (point: Point | undefined) => void };

/** Where the device is, if it tells; five decimals are about a metre. */
function PlaceButton({ point, onPoint }: PlaceButtonProps) {
  const [words, setWords] = useState('');

  function locate() {
    setWords('正在定位');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setWords('');
        onPoint({ longitude: Number(coords.longitude.toFixed(5)), latitude: Number(coords.latitude.toFixed(5)) });
      },
      () => setWords('没有取得位置,可只填写地点'),
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
        {words || (point ? `东经 ${point.longitude},北纬 ${point.latitude}` : '')}
      </span>
    </>
  );
}
