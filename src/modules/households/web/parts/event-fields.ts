// What the dialog of a change collects, and the event it makes of that.

import type { EventInput, EventKind } from '../../domain/events.ts';

export type EventFields = {
  onDate: string;
  note?: string;
  name?: string;
  sex?: '男' | '女';
  relation?: string;
  idNumber?: string;
  ethnicity?: string;
  personId?: number;
  personIds?: number[];
  newHeadId?: number;
  remainingHeadId?: number;
  otherHouseholdId?: number;
  villageCode?: number;
  reason?: string;
};

export const EVENT_HINTS: Record<EventKind, string> = {
  birth: '新生儿还没有证件号码的可以不填，系统列为疑点，办理后补齐。',
  'marriage-in': '已在登记册中的人，请到其原户办理“婚出”并选择迁入本户。',
  'marriage-out': '迁入的户在登记册中的请选择该户；嫁到外地的不选。',
  death: '办理后该成员不再计入家庭人口，原有记录保留。',
  leave: '用于户籍迁出、长期失联等不再共同生活的情形。外出务工不办理离户。',
  split: '分出的成员另立新户，户类型与监测类别随原户；新户的收支须重新采集。',
  merge: '所选户的成员并入本户，同年度收支相加，所选户注销。',
  move: '整户迁到同一旗县内的另一个嘎查村。',
};

/** Who may be named the next head: present members but those who go. */
export function remaining<Person extends { id: number }>(members: Person[], fields: EventFields): Person[] {
  const gone = new Set([fields.personId, ...(fields.personIds ?? [])]);
  return members.filter(({ id }) => !gone.has(id));
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined) {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
}

function personOf(fields: EventFields) {
  const { name = '', sex = '男', relation = '其他', idNumber = '', ethnicity = '' } = fields;
  return { name, sex, relation, idNumber, ethnicity };
}

/** The form has made sure that what a kind asks for is there. */
export function eventOf(kind: EventKind, fields: EventFields): EventInput {
  const { personId = 0, newHeadId, otherHouseholdId = 0, villageCode = 0 } = fields;
  switch (kind) {
    case 'birth':
    case 'marriage-in':
      return { kind, person: personOf(fields) };
    case 'marriage-out':
      return {
        ...{ kind, personId },
        ...optional('toHouseholdId', fields.otherHouseholdId),
        ...optional('relation', fields.otherHouseholdId === undefined ? undefined : fields.relation),
        ...optional('newHeadId', newHeadId),
      };
    case 'death':
      return { kind, personId, ...optional('newHeadId', newHeadId) };
    case 'leave':
      return { kind, personId, reason: fields.reason ?? '', ...optional('newHeadId', newHeadId) };
    case 'split':
      return {
        ...{ kind, personIds: fields.personIds ?? [], newHeadId: newHeadId ?? 0 },
        ...optional('remainingHeadId', fields.remainingHeadId),
        ...optional('villageCode', fields.villageCode),
      };
    case 'merge':
      return { kind, otherHouseholdId };
    case 'move':
      return { kind, villageCode };
  }
}
