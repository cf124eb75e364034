import { mountJobPage } from './job-page.tsx';

mountJobPage('popup');
