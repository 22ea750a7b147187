import { Alert, App, Button } from 'antd';

type OneTimePasswordProps = { name: string; username: string; password: string; onClose: () => void };

/** Shown once and kept nowhere: after closing, only a new reset helps. */
export function OneTimePassword({ name, username, password, onClose }: OneTimePasswordProps) {
  const { message } = App.useApp();

  function copy() {
    // Without HTTPS a page may not write the clipboard; the text can still be selected.
    if (!navigator.clipboard) return;
    navigator.clipboard.writeText(password).then(
      () => void message.success('已复制'),
      () => void message.error('未能复制，请选中密码后手工复制'),
    );
  }

  return (
    <>
      <Alert
        className="sw-alert"
        type="warning"
        showIcon
        title="一次性密码只在这里显示一次，关闭后不能再查看。"
        description={`请当面或电话告知${name}。用户名：${username}。首次登录须修改密码。`}
      />
      <p className="sw-secret">{password}</p>
      <div className="sw-form-actions sw-deeds">
        {navigator.clipboard ? <Button onClick={copy}>复制</Button> : null}
        <Button type="primary" onClick={onClose}>
          已告知，关闭
        </Button>
      </div>
    </>
  );
}
