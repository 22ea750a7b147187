// A button in a row that opens when it is clicked: the row stays closed.

import { Button, type ButtonProps } from 'antd';

type RowButtonProps = Omit<ButtonProps, 'onClick' | 'size'> & { onClick: () => void };

export function RowButton({ onClick, ...others }: RowButtonProps) {
  return (
    <Button
      size="small"
      {...others}
      onClick={(event) => {
        event.stopPropagation();
        onClick();
      }}
    />
  );
}
