import { EnvironmentOutlined } from '@ant-design/icons';
import { RegionPicker } from '../regions/region-picker.tsx';
import { useArea } from '../regions.tsx';
import { useViewer } from '../viewer.tsx';

/** The area all figures on the page speak of; only inside the account's own area, always in sight. */
export function AreaSwitch() {
  const { region } = useViewer();
  const { code, setArea } = useArea();
  return (
    <div className="sw-area">
      <EnvironmentOutlined />
      <span>当前区域</span>
      <RegionPicker
        label="当前区域"
        className="sw-area-picker"
        value={code}
        allowClear={code !== region.code}
        onChange={(next) => setArea(next ?? region.code)}
      />
    </div>
  );
}
