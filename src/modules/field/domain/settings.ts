// What a region asks of its phones. No document fixes these numbers: each holds until somebody sets one.

export const FIELD_SETTINGS = [
  { key: 'contact.days', title: '手机多少天不联网就清除资料', fallback: 14 },
  { key: 'lock.minutes', title: '手机上几分钟不操作就锁定', fallback: 5 },
  { key: 'photo.pixels', title: '上传照片的长边像素', fallback: 1600 },
] as const;

export type FieldSettingKey = (typeof FIELD_SETTINGS)[number]['key'];
