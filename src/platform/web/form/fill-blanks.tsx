import { Button, Form } from 'antd';

const isBlank = (value: unknown) => value === undefined || value === null || value === '';

/**
 * In a form with a line for each record, `own.<key>.<name>`: what stands in the first line goes where another line has nothing.
 * What stands there already is that record's own and stays.
 */
export function FillBlanks({ keys, names }: { keys: string[]; names: string[] }) {
  const form = Form.useFormInstance();
  const [first, ...others] = keys;
  if (first === undefined || others.length === 0 || names.length === 0) return null;

  function fill() {
    for (const name of names)
      for (const key of others)
        if (isBlank(form.getFieldValue(['own', key, name])))
          form.setFieldValue(['own', key, name], form.getFieldValue(['own', first, name]));
  }

  return (
    <p>
      <Button size="small" onClick={fill}>
        其余各行空着的按第一行填写
      </Button>
    </p>
  );
}
