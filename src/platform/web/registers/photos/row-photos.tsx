// The photos of a row: looked at large, added before and after, removed with a reason.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Image, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import {
  PHOTO_STAGES,
  type PhotoStage,
  type RegisterPhoto,
  STAGE_NAMES,
} from '../../../../kernel/register/photos-contract.ts';
import type { RegisterRow } from '../../../../kernel/register/register-contract.ts';
import { FormDialog, fileIds, type KeptFile, PhotosItem } from '../../form/index.ts';
import { formatInstant } from '../../numbers.ts';
import { Failed, Loading } from '../../states.tsx';
import { registerKey, useMayDo, useRegisters } from '../registers.tsx';

type Of = { register: RegisterDefinition; row: RegisterRow };

const rowOf = ({ register, row: { countyCode, id } }: Of) => ({ register: register.code, countyCode, id });

export function RowPhotos({ register, row }: Of) {
  const { client } = useRegisters();
  const may = useMayDo();
  const [isAdding, setAdding] = useState(false);
  const photos = useQuery({
    queryKey: [...registerKey(register.code), 'photos', row.countyCode, row.id],
    queryFn: ({ signal }) => client.photos.list(rowOf({ register, row }), { signal }),
  });
  const mayWrite = may(register, 'change') && !row.voided;
  if (photos.isPending) return <Loading rows={2} />;
  if (photos.isError) return <Failed error={photos.error} onRetry={() => void photos.refetch()} />;
  if (photos.data.length === 0 && !mayWrite) return null;
  return (
    <section className="sw-register-history" aria-label="照片">
      <h2>照片</h2>
      {PHOTO_STAGES.map((stage) => (
        <Stage
          key={stage}
          {...{ register, row, stage, mayWrite }}
          photos={photos.data.filter((photo) => photo.stage === stage)}
        />
      ))}
      {mayWrite ? <Button onClick={() => setAdding(true)}>添加照片</Button> : null}
      {isAdding ? <AddPhotos register={register} row={row} onClose={() => setAdding(false)} /> : null}
    </section>
  );
}

function Stage({
  register,
  row,
  stage,
  photos,
  mayWrite,
}: Of & { stage: PhotoStage; photos: RegisterPhoto[]; mayWrite: boolean }) {
  const [removing, setRemoving] = useState<RegisterPhoto>();
  if (photos.length === 0) return null;
  return (
    <Image.PreviewGroup>
      <h3>{STAGE_NAMES[stage]}</h3>
      <div className="sw-photos">
        {photos.map((photo) => (
          <figure key={photo.id}>
            <Image
              alt={`${STAGE_NAMES[stage]}：${photo.name}`}
              height={120}
              src={`/api/registers/${register.code}/${row.countyCode}/${row.id}/photos/${photo.id}`}
            />
            <figcaption className="sw-quiet">
              <div>{photo.takenOn ? `${photo.takenOn} 拍摄` : '照片没有拍摄日期'}</div>
              {formatInstant(photo.at)} {photo.by} 上传
              {photo.twins > 0 ? <div className="sw-tone-orange">另有 {photo.twins} 条记录用了同一张照片</div> : null}
              {mayWrite ? (
                <Button size="small" type="link" onClick={() => setRemoving(photo)}>
                  移除
                </Button>
              ) : null}
            </figcaption>
          </figure>
        ))}
      </div>
      {removing ? (
        <RemovePhoto register={register} row={row} photo={removing} onClose={() => setRemoving(undefined)} />
      ) : null}
    </Image.PreviewGroup>
  );
}

function useDone({ register }: Of): () => Promise<void> {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: registerKey(register.code) });
}

type Added = { stage: PhotoStage; photos: KeptFile[] };

function AddPhotos({ onClose, ...of }: Of & { onClose: () => void }) {
  const { client } = useRegisters();
  const done = useDone(of);
  return (
    <FormDialog<Added>
      title="添加照片"
      initialValues={{ stage: 'after', photos: [] }}
      deed={{ label: '保存' }}
      onSend={({ stage, photos }, requestId) =>
        client.photos.attach({ ...rowOf(of), requestId, stage, fileIds: fileIds(photos) })
      }
      done="已保存"
      onSent={done}
      onClose={onClose}
    >
      <Form.Item name="stage" label="照片反映">
        <Segmented options={PHOTO_STAGES.map((value) => ({ value, label: STAGE_NAMES[value] }))} />
      </Form.Item>
      <PhotosItem name="photos" label="照片" required extra="照片中的拍摄位置会去掉，拍摄日期会保留。" />
    </FormDialog>
  );
}

function RemovePhoto({ photo, onClose, ...of }: Of & { photo: RegisterPhoto; onClose: () => void }) {
  const { client } = useRegisters();
  const done = useDone(of);
  return (
    <FormDialog<{ reason: string }>
      title="移除照片"
      width={480}
      about="移除后记录上不再显示，照片和原因保留备查。"
      deed={{ label: '移除', danger: true }}
      onSend={({ reason }, requestId) =>
        client.photos.remove({ ...rowOf(of), requestId, photoId: photo.id, reason: reason.trim() })
      }
      done="已移除"
      onSent={done}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label="原因"
        rules={[{ required: true, whitespace: true, min: 2, message: '请写明移除的原因，至少 2 个字' }]}
      >
        <Input maxLength={200} autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
