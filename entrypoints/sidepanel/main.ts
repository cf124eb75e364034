import { mountJobPage } from '../popup/job-page.tsx';

mountJobPage('panel');
