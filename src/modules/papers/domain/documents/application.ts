// 申请及承诺授权书: printed to be signed at the visit, and afterwards with the name of who signed and the signature.

import { type OfficialDocument, paragraph } from '../../../../kernel/papers/model.ts';
import { committeeOf, dayTextWords, townshipAuthority } from '../../../../kernel/papers/wording.ts';
import { type CaseView, drawnOf, lastOn, onPaper } from './case-view.ts';
import { householdFacts, images, membersTable } from './household-parts.ts';

export function buildApplication(view: CaseView): OfficialDocument {
  const signed = lastOn(view, 'verify')?.detail;
  const { place } = view;
  return {
    title: '防止返贫监测对象申请及承诺授权书',
    blocks: [
      { kind: 'paragraph', as: 'to', text: `${committeeOf(place.village)}并${townshipAuthority(place.township)}:` },
      paragraph('本户因生产生活出现困难，现申请纳入防止返贫监测对象，并就有关事项承诺和授权如下。'),
      householdFacts(view),
      { kind: 'heading', text: '一、共同生活的家庭成员' },
      membersTable(view),
      { kind: 'heading', text: '二、承诺' },
      paragraph(
        '本户承诺所提供的家庭人口、收入、支出、财产和困难情况真实、完整，没有隐瞒和虚报；情况变化时及时告知嘎查村。',
      ),
      { kind: 'heading', text: '三、授权' },
      paragraph(
        '本户同意并授权旗县有关部门，在办理本次监测对象识别和帮扶期间，依法查询、比对本户成员的户籍、社会保障、医疗保障、教育、住房、车辆、经营主体、财政供养等信息。查询结果仅用于本次识别和帮扶，不作他用。',
      ),
      {
        kind: 'signatures',
        lines: [
          { label: '申请人（签字或按指印）', fileId: drawnOf(view, signed?.authorisation) },
          { label: '入户人员（签字）' },
        ],
      },
      { kind: 'closing', day: signed && dayTextWords(signed.visitedOn) },
      ...images('签名或纸质授权书照片', onPaper(view, signed?.authorisation)),
    ],
  };
}
