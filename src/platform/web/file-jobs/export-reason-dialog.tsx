import { Button, Form, Input, Modal } from 'antd';
import { answerExportReason } from './export-reason.ts';

const REASON = [{ required: true, whitespace: true, min: 5, max: 200, message: '请写明用途，至少 5 个字' }];

export function ExportReasonDialog({ sentence }: { sentence: string }) {
  return (
    <Modal open title="导出用途" width={440} footer={null} onCancel={() => answerExportReason(undefined)}>
      <p>{sentence}</p>
      <Form<{ reason: string }> layout="vertical" onFinish={({ reason }) => answerExportReason(reason.trim())}>
        <Form.Item name="reason" label="用途" rules={REASON}>
          <Input.TextArea rows={3} maxLength={200} showCount autoFocus />
        </Form.Item>
        <div className="sw-form-actions">
          <Button onClick={() => answerExportReason(undefined)}>取消</Button>
          <Button type="primary" htmlType="submit">
            导出
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
