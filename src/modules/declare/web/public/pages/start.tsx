import { HOTLINE } from '../../../domain/words.ts';
import { DataNote, Page } from '../parts/frame.tsx';
import type { Village } from '../types.ts';

export function Start({ village, onBegin }: { village: Village | undefined; onBegin: (forOthers: boolean) => void }) {
  return (
    <Page title="家里有困难，可以在这里申报">
      {village ? (
        <p className="d-lead">
          {village.pathText} <b>{village.name}</b>
        </p>
      ) : null}
      <p className="d-lead">生病、上学、住房、饮水、失去工作、受灾，使生活有困难的，都可以申报。填写大约要 3 分钟。</p>
      <div className="d-actions">
        <button type="button" className="d-button" onClick={() => onBegin(false)}>
          给自己家申报
        </button>
        <button type="button" className="d-button d-button-plain" onClick={() => onBegin(true)}>
          我是替别人申报
        </button>
        <a className="d-button d-button-plain" href="#status">
          查询进度
        </a>
      </div>
      <p className="d-lead">
        不会填？请找村干部帮忙，或拨打 <a href={`tel:${HOTLINE}`}>{HOTLINE}</a>。申报不收钱。
      </p>
      <DataNote />
    </Page>
  );
}
