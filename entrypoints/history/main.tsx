import '../../components/tokens.css';
import '../../components/app.css';
import '../../components/history.css';
import { render } from 'preact';
import { language, t } from '../../utils/i18n.ts';
import { readReviewer } from '../../utils/jobs/reviewer.ts';
import { HistoryPage } from './history-page.tsx';

const root = document.getElementById('root');
document.documentElement.lang = language();
document.title = `${t('history_title')} · ${t('name')}`;
if (root) render(<HistoryPage reviewer={(await readReviewer()) ?? ''} />, root);
