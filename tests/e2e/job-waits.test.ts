import { waitsSuite } from '../support/waits-suite.ts';

waitsSuite('chromium', { whole: true });
