// Phone numbers on papers that hang in public.

/** A phone number that an office gives out; a longer run of digits is something else and is left out. */
export function publicPhone(phone: string): string {
  const clean = phone.trim();
  const isPhone = /^(1[3-9]\d{9}|(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,5})?|0\d{2,3}-?\d{7,8}|1\d{4})$/.test(clean);
  return isPhone ? clean : '';
}
