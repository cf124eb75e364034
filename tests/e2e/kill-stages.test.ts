import { killSuite, STAGES } from '../support/kill-suite.ts';

killSuite('chromium', STAGES);
