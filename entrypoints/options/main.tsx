import '../../components/tokens.css';
import '../../components/controls.css';
import '../../components/options.css';
import { render } from 'preact';
import { language, t } from '../../utils/i18n.ts';
import { readSettings } from '../../utils/settings-store.ts';
import { OptionsPage } from './options-page.tsx';

const root = document.getElementById('root');
document.documentElement.lang = language();
document.title = t('options_title');
const asked = location.hash.slice(1);
if (root) render(<OptionsPage settings={await readSettings()} way={asked === 'key' || asked === 'local' ? asked : null} />, root);
