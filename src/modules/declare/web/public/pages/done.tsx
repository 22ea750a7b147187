import { HOTLINE } from '../../../domain/words.ts';
import { Page } from '../parts/frame.tsx';
import { chineseDay } from '../parts/words.ts';
import { saveReceiptPicture } from '../receipt-picture.ts';
import type { Declared } from '../types.ts';

export function Done({ declared, onAnother }: { declared: Declared; onAnother: () => void }) {
  return (
    <Page title="已收到申报">
      <div className="d-card d-receipt">
        <p>回执号</p>
        <p className="d-number">
          {declared.receipt.split('-').map((group) => (
            <span key={group}>{group}</span>
          ))}
        </p>
        <p className="d-hint">请记下来或保存图片。查询进度要用回执号和电话后 4 位。</p>
      </div>
      <div className="d-actions">
        <button type="button" className="d-button" onClick={() => saveReceiptPicture(declared)}>
          保存图片
        </button>
      </div>
      <h2>接下来</h2>
      <ol className="d-next">
        <li>
          <b>最晚 {chineseDay(declared.visitBy)}</b>，村里和苏木乡镇的工作人员至少两人到家里核实，来之前会打电话。
        </li>
        <li>核实后，和有关部门核对信息，村里开会评议并公示。</li>
        <li>
          <b>最晚 {chineseDay(declared.decisionBy)}</b>，旗县审定，由村里告诉结果。
        </li>
      </ol>
      <p className="d-lead">
        到时没有人来，请拨打 <a href={`tel:${HOTLINE}`}>{HOTLINE}</a>。
      </p>
      <div className="d-actions">
        <a className="d-button d-button-plain" href="#status">
          查询进度
        </a>
        <button type="button" className="d-button d-button-plain" onClick={onAnother}>
          再替一户申报
        </button>
      </div>
    </Page>
  );
}
