// Changing one's own password: forced after a reset or on first use, free at any other time.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Form } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { DraftForm } from '../../../../platform/web/form/index.ts';
import { VIEWER_KEY } from '../../../../platform/web/frame/shell.tsx';
import { accounts } from '../api.ts';
import { backAddress } from '../parts/back-address.ts';
import { BarePage } from '../parts/bare-page.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { loadViewer } from '../session.ts';

type Fields = { currentPassword: string; newPassword: string; again: string };

/** Until it is known what the rules ask for. */
const LEAST = 8;
const FORCED = '首次登录或密码重置后，须先设置自己的密码。';
const FREE = '修改后请用新密码登录。';

export function ChangePasswordPage() {
  const { search } = useAddress(backAddress);
  const router = useRouter();
  const cache = useQueryClient();
  const viewer = useQuery({ queryKey: VIEWER_KEY, queryFn: loadViewer, retry: false });
  const forced = viewer.data?.mustChangePassword ?? false;
  const length = viewer.data?.passwordLength ?? LEAST;
  return (
    <BarePage title="修改密码" note={forced ? FORCED : FREE}>
      <DraftForm<Fields>
        deed={{ label: '修改密码' }}
        {...(forced ? {} : { onClose: () => router.history.back() })}
        onSend={({ currentPassword, newPassword }, requestId) =>
          accounts.client.changePassword({ requestId, currentPassword, newPassword })
        }
        done="密码已修改"
        onSent={async () => {
          await cache.fetchQuery({ queryKey: VIEWER_KEY, queryFn: loadViewer, staleTime: 0 });
          router.history.replace(search.back ?? '/');
        }}
      >
        {/* Lets a password manager know whose password this is. */}
        <input hidden readOnly autoComplete="username" value={viewer.data?.username ?? ''} />
        <Form.Item name="currentPassword" label="当前密码" rules={[{ required: true, message: '请填写当前密码' }]}>
          <PasswordField autoComplete="current-password" autoFocus />
        </Form.Item>
        <Form.Item
          name="newPassword"
          label="新密码"
          extra={`至少 ${length} 位，不能含用户名，不能与当前密码相同。`}
          rules={[{ required: true, min: length, message: `新密码至少 ${length} 位` }]}
        >
          <PasswordField autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label="再次输入新密码"
          dependencies={['newPassword']}
          rules={[
            { required: true, message: '请再次输入新密码' },
            ({ getFieldValue }) => ({
              validator: async (_rule, value: string) => {
                if (value && value !== getFieldValue('newPassword')) throw new Error('两次输入的新密码不一致');
              },
            }),
          ]}
        >
          <PasswordField autoComplete="new-password" />
        </Form.Item>
      </DraftForm>
    </BarePage>
  );
}
